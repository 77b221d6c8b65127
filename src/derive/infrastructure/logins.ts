import { accountsOf, type PlacedAccount } from '../accounts.ts'
import { Missing } from '../origins.ts'
import type { Scene } from '../scene.ts'
import { anyOf, chain, known, map, openLike, unknown, type Value } from '../value.ts'
import type { Planned } from './planned.ts'

/** The name that people or machines log in with. */
export function loginName(planned: Planned): Value<string> {
  const name = planned.value?.login?.name
  if (name !== undefined) return known(name, planned.origin)
  const ask = `The name to log in with of ${planned.address} cannot be told: set it in the infrastructure code to what a plan can show.`
  return unknown(new Missing(planned.document, planned.pointer, 'login', ask), planned.origin)
}

/** Whether a login that is about to be made is among the accounts that the descriptor lists. */
export function loginListed(planned: Planned, scene: Scene): Value<boolean> {
  const accounts = accountsOf(scene)
  return chain(loginName(planned), (login) =>
    accounts.value === undefined
      ? openLike(accounts)
      : anyOf([
          known(false, scene.reader.listed(['accounts'])),
          ...accounts.value.map((account) => isLogin(account, login, planned)),
        ]),
  )
}

/** Whether an account is a login: by its id, or by one of its `logins` (`aws/123456789012:alice`). */
function isLogin({ value, reader, pointer }: PlacedAccount, login: string, planned: Planned): Value<boolean> {
  if (value.id === login) return known(true, reader.stated(pointer))
  const ask = `State which logins of evidence and of plans are ${value.id}: \`logins\`, or \`[]\`; ${login} might be.`
  return map(reader.get(value, pointer, 'logins', ask), (logins) =>
    logins.some((one) => {
      const at = one.indexOf(':')
      const [provider] = one.slice(0, Math.max(at, 0)).split('/')
      return one.slice(at + 1) === login && (at < 0 || provider === planned.provider.value)
    }),
  )
}
