import type { Report } from '../model/generated/report.ts'
import { type LeftOut, numbered } from './left-out.ts'

/** Somebody whose employer is not known stands for that employer: `?employer-<person>`, in ids, names and paths. */
const unknownEmployer = '?employer-'

/** Takes the names of people out of all strings in which deriving puts them. */
export function internalNames({ architecture }: Report, left: LeftOut): (text: string) => string {
  const number = numbered()
  const people = architecture.parties.filter(({ id }) => id.startsWith(unknownEmployer))
  left.note('names of people', people.length)
  const names = people
    .flatMap(({ id, name }): readonly (readonly [string, string])[] => {
      const person = number('person', id)
      return [
        [id, `${unknownEmployer}${person.replace(' ', '-')}`],
        [name, `the employer of ${person}`],
      ]
    })
    // A name may be the beginning of another.
    .sort(([one], [other]) => other.length - one.length)
  if (names.length === 0) return (text) => text
  return (text) => names.reduce((rest, [name, shown]) => rest.replaceAll(name, shown), text)
}
