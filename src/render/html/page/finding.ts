/** What the page knows of a finding beside what is written in its row: `findingsData` packs it. */
export type Finding = {
  readonly rule: string
  readonly pack?: string
  readonly outcome: 'fail' | 'unknown' | 'pass'
  readonly level: 'error' | 'warning' | 'note'
  readonly controls: readonly string[]
  readonly documents: readonly string[]
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string }
  readonly toDo?: number
  readonly exception?: string
  readonly facts: readonly Fact[]
  readonly missing: readonly Missing[]
  readonly path?: Path
  readonly explanation?: Explanation
}

export type Place = { readonly file: string; readonly line: number }

export type Fact = {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly origins: readonly {
    readonly kind: 'stated' | 'missing' | 'registry'
    readonly at: Place
    readonly text?: string
    readonly source?: string
    readonly checkedOn?: string
    readonly reviewBy?: string
  }[]
}

export type Missing = {
  readonly fact: string
  readonly label: string
  readonly asks: readonly { readonly key: string; readonly ask: string; readonly at: Place }[]
}

export type Path = {
  readonly asset: string
  readonly steps: readonly {
    readonly node: string
    readonly flow?: string
    readonly how?: string
    readonly at: Place
  }[]
}

export type Explanation = {
  readonly kind: 'rule' | 'when' | 'require' | 'all' | 'any' | 'not' | 'named' | 'leaf'
  readonly truth: 'true' | 'false' | 'unknown'
  readonly name?: string
  readonly fact?: string
  readonly operator?: string
  readonly value?: unknown
  readonly actual?: string
  readonly of?: readonly Explanation[]
}
