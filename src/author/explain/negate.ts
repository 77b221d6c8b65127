/**
 * The contrary of a statement in English, by rule: a 'not' behind the first finite verb of the main clause, or 'no'
 * before an indefinite subject.
 *
 * `undefined` where no rule is safe: a verb that is not known, a relative clause before the verb, alternatives. Such a
 * statement needs a contrary that somebody has written.
 */
export function denied(statement: string): string | undefined {
  const [firstWord = ''] = statement.split(' ')
  if (/, or | or not\b/.test(statement) || /^(no|neither|nobody|nothing)$/i.test(firstWord)) return undefined
  if (/^(every|each|all|only)$/.test(firstWord)) return `not ${statement}`
  if (statement.startsWith('there is a ')) return statement.replace('there is a ', 'there is no ')
  if (statement.startsWith('there is an ')) return statement.replace('there is an ', 'there is no ')
  if (statement.startsWith('there are ')) return statement.replace('there are ', 'there are no ')
  if (/^some(thing|body)$/.test(firstWord)) return statement.replace(/^some(thing|body)/, (_, one) => `no${one}`)
  if (firstWord === 'a' || firstWord === 'an') return statement.replace(/^an? /, 'no ')
  return withNot(statement) ?? withNotAtTheEnd(statement)
}

/** The contrary of a statement; in a roundabout way where no better one is known. */
export function negated(statement: string): string {
  return denied(statement) ?? `it is not the case that ${statement}`
}

const auxiliaries = new Set('is are was were can could will would should may has have'.split(' '))
const relatives = new Set('that which who whom whose where when what how why'.split(' '))

/** Verbs of which the catalogue makes statements, by their base; the third person is made from it. */
const verbs = new Set(
  `hold cover name operate administer process reach work carry contain need tell generate mark make recognise rely bind
  apply transfer disclose contract include belong store use collect train concern take give require allow state interact
  assist exist set run send receive list describe authorise review start begin end publish keep offer provide accept meet
  protect combine last fall rest answer say involve promise decide ask assess mandate confirm approve agree help warn sign load happen own know
  permit sell notify inform retain delete exceed restrict claim prohibit support grant log change become arrive come pass cross withstand demand look end go travel move count stand fit hand`.split(
    /\s+/,
  ),
)

function withNot(statement: string): string | undefined {
  const words = statement.split(' ')
  for (const [place, word] of words.entries()) {
    if (relatives.has(word)) return undefined
    const [before, after] = [words.slice(0, place), words.slice(place + 1)]
    const said = contraryAt(word, before.at(-1) ?? '', after)
    if (said !== undefined) return [...before, ...said].join(' ')
  }
  return undefined
}

/** `the tags that the container loads are listed`: at the very end stands the verb of the main clause. */
function withNotAtTheEnd(statement: string): string | undefined {
  const ended = /^(the (?:[a-z]+ ){1,3}(?:that|which|who) .* (?:is|are|was|were)) ([a-z]+ed|known|met|given)$/.exec(
    statement,
  )
  return ended === null ? undefined : `${ended[1]} not ${ended[2]}`
}

/** What stands in the place of a verb and of all that follows it, if the word is a verb. */
function contraryAt(word: string, before: string, after: readonly string[]): readonly string[] | undefined {
  const [next = '', ...rest] = after
  if (word === 'cannot') return ['can', ...after]
  if ((word === 'has' || word === 'have') && /^an?$/.test(next)) return [word, 'no', ...rest]
  if ((word === 'has' || word === 'have') && next === 'no') return undefined
  if ((word === 'has' || word === 'have') && !/(ed|en|un|ne|ad|ld|nt|lt|id|de)$/.test(next)) {
    return [word === 'has' ? 'does' : 'do', 'not', 'have', ...after]
  }
  if (auxiliaries.has(word)) {
    if (next === 'not') return [word, ...rest]
    return word === 'can' ? ['cannot', ...after] : [word, 'not', ...after]
  }
  if ((word === 'does' || word === 'do') && next === 'not') return undefined
  // `the AI uses are listed`: what stands before a verb is a noun.
  if (/^(is|are|was|were|has|have|can)$/.test(next)) return undefined
  const base = baseOf(word)
  if (base !== undefined && !isPlural(before)) return ['does', 'not', base, ...after]
  if (verbs.has(word) && isPlural(before)) return ['do', 'not', word, ...after]
  const past = /^(and|or)$|ly$/.test(before) ? undefined : pastOf(word)
  // Where another verb follows, this one only says more of the subject: `the data processed there is personal`.
  if (past !== undefined && !after.some((one) => auxiliaries.has(one) || pastOf(one) !== undefined)) {
    return ['did', 'not', past, ...after]
  }
  return undefined
}

/** The base of a known verb in the third person. */
function baseOf(word: string): string | undefined {
  const bases = [word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')]
  return bases.find((base) => base !== word && verbs.has(base))
}

/** The base of a known verb in the past. */
function pastOf(word: string): string | undefined {
  const bases = [word.replace(/ed$/, ''), word.replace(/d$/, ''), word.replace(/ied$/, 'y')]
  return bases.find((base) => base !== word && verbs.has(base))
}

const plurals = new Set(['people', 'they'])

/** Whether a noun is in the plural, as far as its ending tells. */
export function isPlural(noun: string): boolean {
  return plurals.has(noun) || (/s$/.test(noun) && !/(ss|us|is|'s)$/.test(noun))
}
