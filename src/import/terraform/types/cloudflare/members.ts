import { open, type Setting, set } from '../../../setting.ts'
import type { Described, Json, Planned } from '../../mapping.ts'
import { renamed } from '../blocks.ts'

/** Ids of roles that are the same in every account: Super Administrator and Administrator. */
const administrators = new Set(['33666b9c79b9a5273fc7344ff42f953d', '05784afa30c1afe1440e79d9351c7430'])

/** A member logs in to the dashboard. What any other role or a policy lets a member do is not told by its id. */
export function memberOf(member: Planned): Described {
  const name = renamed(member.text('email'), member.text('email_address'))
  return {
    login: {
      ...(name.is !== undefined && { name: name.is }),
      interactive: set('status', true),
      administrative: administrative(member),
    },
  }
}

function administrative(member: Planned): Setting<boolean> {
  const roles = [member.list('roles'), member.list('role_ids')]
  const all = roles.flatMap(({ is }) => is ?? [])
  if (all.some((role: Json) => typeof role === 'string' && administrators.has(role)))
    return set(roles[0]?.is?.length ? 'roles' : 'role_ids', true)
  const hidden = roles.find((one) => one.open !== undefined && one.open !== 'not-in-file')
  return open('roles', hidden?.open ?? 'not-understood')
}
