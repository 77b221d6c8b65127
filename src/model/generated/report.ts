// Generated from schemas/report.schema.json by `npm run generate`. Change the schema, not this file.

/**
 * What a check of one engagement found. Complete and self-sufficient: every format is rendered from it alone.
 */
export interface Report {
  /**
   * Where an editor finds this schema.
   */
  readonly $schema?: string
  /**
   * The version of the document format.
   */
  readonly apiVersion: 'douane/v1'
  /**
   * What this document is.
   */
  readonly kind: 'Report'
  /**
   * What made it.
   */
  readonly tool: {
    /**
     * The tool.
     */
    readonly name: 'douane'
    /**
     * Its version.
     */
    readonly version: string
  }
  /**
   * The instant at which dates were judged, ISO 8601 in UTC.
   */
  readonly asOf: string
  /**
   * The next instant at which any outcome changes by the passing of time alone; `none` where none does.
   */
  readonly validUntil: string
  /**
   * What was checked.
   */
  readonly engagement: {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Its context.
     */
    readonly context: string
    /**
     * The file it was read from.
     */
    readonly file: string
    /**
     * When it starts.
     */
    readonly starts?: string
    /**
     * When it ends, or `none`.
     */
    readonly ends?: string
    /**
     * The firm.
     */
    readonly firm: string
  }
  /**
   * The overall verdict.
   */
  readonly verdict: {
    /**
     * Whether the policy says yes.
     */
    readonly result: 'pass' | 'fail'
    /**
     * In one line: the result, and what a person has to do, counting only what weighs at the fail level.
     */
    readonly headline: string
    /**
     * The packs that were checked.
     */
    readonly packs: readonly string[]
    /**
     * The law packs that were not.
     */
    readonly packsLeftOut: readonly string[]
    /**
     * How much it weighs.
     */
    readonly failLevel: 'error' | 'warning' | 'note'
    /**
     * Whether every decided outcome was decided again by json-rules-engine, and agreed.
     */
    readonly secondOpinion: 'agreed' | 'not-asked'
  }
  /**
   * What was left out for its audience. Nothing was, where this key is not there.
   */
  readonly reduced?: {
    /**
     * For whom.
     */
    readonly audience: 'engineer' | 'client'
    /**
     * Why.
     */
    readonly why: string
    /**
     * What, and how much of it.
     *
     * Items: One.
     */
    readonly leftOut: readonly {
      /**
       * What.
       */
      readonly what: string
      /**
       * How many.
       */
      readonly count: number
    }[]
  }
  /**
   * SHA-256 digests of what went in, in hexadecimal.
   */
  readonly digests: {
    /**
     * The descriptor.
     */
    readonly descriptor: string
    /**
     * The rules.
     */
    readonly rules: string
    /**
     * The registry.
     */
    readonly registry: string
    /**
     * The configuration; of nothing, where there is none.
     */
    readonly config: string
    /**
     * The waivers; of nothing, where there are none.
     */
    readonly waivers: string
  }
  /**
   * What a configuration changed of the rules. Nothing, where there is none.
   */
  readonly configuration: {
    /**
     * The configuration's file, where there is one.
     */
    readonly file?: string
    /**
     * The id of the firm, where the configuration names one.
     */
    readonly firm?: string
    /**
     * Packs that do not count whole, by id.
     *
     * Items: One.
     */
    readonly packs: readonly {
      /**
       * The pack.
       */
      readonly id: string
      /**
       * What it is about.
       */
      readonly title: string
      /**
       * Of law, or of a firm.
       */
      readonly basis: 'law' | 'firm'
      /**
       * What still counts of it: its rules of law, or nothing.
       */
      readonly counts: 'law' | 'nothing'
      /**
       * Whether rules of law are left out with it, so that the verdict is partial.
       */
      readonly partial: boolean
      /**
       * The rules that do not count.
       */
      readonly rulesLeftOut: readonly string[]
      /**
       * The key of the configuration that says so.
       */
      readonly at: Location
    }[]
    /**
     * Rules that weigh other than they were written, by id.
     *
     * Items: One.
     */
    readonly levels: readonly {
      /**
       * The rule.
       */
      readonly rule: string
      /**
       * The level that it was written with.
       */
      readonly from: 'error' | 'warning' | 'note'
      /**
       * The level that it has.
       */
      readonly to: 'error' | 'warning' | 'note'
      /**
       * Why.
       */
      readonly reason: string
      /**
       * The key of the configuration that says so.
       */
      readonly at: Location
    }[]
  }
  /**
   * How much was checked.
   */
  readonly counts: {
    /**
     * Rules.
     */
    readonly rules: {
      /**
       * Loaded.
       */
      readonly loaded: number
      /**
       * That applied to at least one subject.
       */
      readonly applied: number
      /**
       * That applied to none.
       */
      readonly notApplicable: number
    }
    /**
     * Subjects by kind.
     */
    readonly subjects: {
      readonly [k: string]: number
    }
    /**
     * Outcomes, one for each rule and subject.
     */
    readonly outcomes: {
      /**
       * Passed.
       */
      readonly pass: number
      /**
       * Failed.
       */
      readonly fail: number
      /**
       * Could not be decided.
       */
      readonly unknown: number
      /**
       * Did not apply.
       */
      readonly notApplicable: number
    }
    /**
     * Failed or unknown, by level.
     */
    readonly open: {
      /**
       * Errors.
       */
      readonly error: number
      /**
       * Warnings.
       */
      readonly warning: number
      /**
       * Notes.
       */
      readonly note: number
    }
  }
  /**
   * What a person has to do about the open findings: each failure of a rule at one place, and each statement that unknowns wait for, with all the findings that it opens. Failures first, then what most findings wait for.
   *
   * Items: One thing to do.
   */
  readonly toDo: readonly {
    /**
     * `fail`: something to correct. `unknown`: something to state.
     */
    readonly outcome: 'fail' | 'unknown'
    readonly at: Location
    /**
     * For an unknown: what to state there. Left out where no statement in the descriptor would decide it.
     */
    readonly ask?: string
    /**
     * The rules of the findings.
     */
    readonly rules: readonly string[]
    /**
     * The findings that it opens, by id.
     */
    readonly findings: readonly string[]
  }[]
  /**
   * What was found: every pass, fail and unknown, open ones first.
   *
   * Items: One rule on one subject.
   */
  readonly findings: readonly {
    /**
     * Stable fingerprint of rule and subject.
     */
    readonly id: string
    /**
     * The rule.
     */
    readonly rule: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * What the rule says.
     */
    readonly outcome: 'pass' | 'fail' | 'unknown'
    /**
     * How much it weighs.
     */
    readonly level: 'error' | 'warning' | 'note'
    /**
     * What it rests on.
     */
    readonly basis: 'law' | 'contract' | 'policy'
    /**
     * Whether an exception can lift it.
     */
    readonly waivable: boolean
    /**
     * The exception that lifts it: it stays what it is, and no longer counts towards the verdict.
     */
    readonly waiver?: Waiver
    /**
     * Whether the baseline holds it: it counts towards the verdict, and not towards the exit code.
     */
    readonly baselined?: true
    /**
     * The controls it checks.
     */
    readonly controls: readonly string[]
    /**
     * Where the requirement comes from.
     *
     * Items: A place in a source.
     */
    readonly source: readonly {
      /**
       * The document, by its id in the sources registry.
       */
      readonly document: string
      /**
       * The clause.
       */
      readonly clause: string
    }[]
    /**
     * What it was evaluated on.
     */
    readonly subject: {
      /**
       * Its kind.
       */
      readonly kind: string
      /**
       * Its id.
       */
      readonly id: string
      /**
       * In words.
       */
      readonly label: string
    }
    /**
     * What is the case, with the actual values.
     */
    readonly message: string
    /**
     * What would make it right.
     */
    readonly remedy: string
    readonly at: Location
    /**
     * The lines of the descriptor around it.
     */
    readonly codeFrame?: string
    /**
     * The facts that decided, and those that the message names; with `--explain all`, every fact that the rule reads. What is missing stands under `missing`.
     *
     * Items: One fact.
     */
    readonly facts: readonly {
      /**
       * Its name.
       */
      readonly name: string
      /**
       * In words.
       */
      readonly label: string
      /**
       * Its value; left out where nothing states it.
       */
      readonly value?: string
      /**
       * Where it comes from.
       */
      readonly origins: readonly Origin[]
    }[]
    /**
     * For an unknown: what would have to be stated, in the order in which it is worth stating: first what decides whether the rule applies.
     *
     * Items: One fact.
     */
    readonly missing: readonly {
      /**
       * Its name.
       */
      readonly fact: string
      /**
       * In words.
       */
      readonly label: string
      /**
       * Where to state it.
       *
       * Items: A place.
       */
      readonly asks: readonly {
        /**
         * The key.
         */
        readonly key: string
        /**
         * What to state.
         */
        readonly ask: string
        readonly at: Location
      }[]
    }[]
    readonly path?: Path
    readonly explanation?: Explanation
  }[]
  /**
   * The rules that did not apply, with the subjects.
   *
   * Items: One rule.
   */
  readonly notApplicable: readonly {
    /**
     * The rule.
     */
    readonly rule: string
    /**
     * The subjects, by id.
     */
    readonly subjects: readonly string[]
  }[]
  /**
   * The rules, as they were written.
   *
   * Items: A rule.
   */
  readonly rules: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Its pack.
     */
    readonly pack: string
    /**
     * The kind of its subjects.
     */
    readonly subject: string
    /**
     * Its controls.
     */
    readonly controls: readonly string[]
    /**
     * How much it weighs.
     */
    readonly level: 'error' | 'warning' | 'note'
    /**
     * What it rests on.
     */
    readonly basis: 'law' | 'contract' | 'policy'
    /**
     * Whether an exception can lift it.
     */
    readonly waivable: boolean
    /**
     * Where the requirement comes from.
     *
     * Items: A place in a source.
     */
    readonly source: readonly {
      /**
       * The document, by its id in the sources registry.
       */
      readonly document: string
      /**
       * The clause.
       */
      readonly clause: string
    }[]
    /**
     * The document.
     */
    readonly text: {}
  }[]
  /**
   * The controls, and how they came out.
   *
   * Items: A control.
   */
  readonly controls: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Its pack.
     */
    readonly pack: string
    /**
     * Where the requirement comes from.
     *
     * Items: A place in a source.
     */
    readonly source: readonly {
      /**
       * The document, by its id in the sources registry.
       */
      readonly document: string
      /**
       * The clause.
       */
      readonly clause: string
    }[]
    /**
     * The rules that check it.
     */
    readonly rules: readonly string[]
    /**
     * Their outcomes.
     */
    readonly outcomes: {
      /**
       * Passed.
       */
      readonly pass: number
      /**
       * Failed.
       */
      readonly fail: number
      /**
       * Could not be decided.
       */
      readonly unknown: number
      /**
       * Did not apply.
       */
      readonly notApplicable: number
    }
  }[]
  /**
   * The documents that were cited.
   *
   * Items: A document.
   */
  readonly sources: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * What it is.
     */
    readonly kind: string
    /**
     * Where it can be read.
     */
    readonly address?: string
    /**
     * Its date.
     */
    readonly date?: string
    /**
     * How sure its content is here.
     */
    readonly sureness: string
    /**
     * What to mind.
     */
    readonly note?: string
  }[]
  readonly architecture: Architecture
  /**
   * What the verdict relies on.
   */
  readonly reliesOn: {
    /**
     * Statements that narrow what data reaches, and which the verdict takes as true.
     *
     * Items: One.
     */
    readonly narrowings: readonly {
      /**
       * In words.
       */
      readonly text: string
      readonly at: Location
    }[]
    /**
     * Statements of the descriptor for which no evidence is named.
     *
     * Items: One.
     */
    readonly claims: readonly {
      /**
       * In words.
       */
      readonly text: string
      readonly at: Location
    }[]
    /**
     * Lists that are stated to be empty.
     *
     * Items: One.
     */
    readonly statedNone: readonly {
      /**
       * In words.
       */
      readonly text: string
      readonly at: Location
    }[]
    /**
     * Facts of the registry that were used.
     *
     * Items: One.
     */
    readonly registryFacts: readonly {
      /**
       * Which.
       */
      readonly entry: string
      /**
       * The file.
       */
      readonly file: string
      /**
       * Its sources.
       */
      readonly source: string
      /**
       * When it was compared with them.
       */
      readonly checkedOn: string
      /**
       * When it must be looked at again.
       */
      readonly reviewBy: string
      /**
       * Whether that day has passed.
       */
      readonly stale: boolean
      /**
       * What to mind.
       */
      readonly note?: string
    }[]
  }
  /**
   * What is not encoded in the rules.
   *
   * Items: One.
   */
  readonly notEncoded: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * What.
     */
    readonly title: string
    /**
     * Why.
     */
    readonly why: string
  }[]
  /**
   * Defects of the published texts, and how the rules read them.
   *
   * Items: One.
   */
  readonly defects: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Where the requirement comes from.
     *
     * Items: A place in a source.
     */
    readonly documents: readonly {
      /**
       * The document, by its id in the sources registry.
       */
      readonly document: string
      /**
       * The clause.
       */
      readonly clause: string
    }[]
    /**
     * What is wrong.
     */
    readonly text: string
    /**
     * How it is read.
     */
    readonly reading: string
  }[]
}
/**
 * A stretch of a file; lines and columns from 1.
 */
export interface Location {
  /**
   * The file.
   */
  readonly file: string
  /**
   * First line.
   */
  readonly line: number
  /**
   * First column.
   */
  readonly column: number
  /**
   * Last line.
   */
  readonly endLine: number
  /**
   * The column after the last.
   */
  readonly endColumn: number
}
/**
 * Where a fact comes from.
 */
export interface Origin {
  /**
   * How.
   */
  readonly kind: 'stated' | 'missing' | 'registry'
  readonly at: Location
  /**
   * The key, the registry entry, or what to state.
   */
  readonly text?: string
  /**
   * For the registry: the sources.
   */
  readonly source?: string
  /**
   * When it was checked.
   */
  readonly checkedOn?: string
  /**
   * When it must be reviewed.
   */
  readonly reviewBy?: string
}
/**
 * The way that data took.
 */
export interface Path {
  /**
   * The data asset.
   */
  readonly asset: string
  /**
   * The steps, from where the data is held first.
   *
   * Items: A step.
   */
  readonly steps: readonly {
    /**
     * A component, party or entity.
     */
    readonly node: string
    /**
     * The flow that led here.
     */
    readonly flow?: string
    /**
     * How it got here, where that is not a flow.
     */
    readonly how?: string
    readonly at: Location
  }[]
}
/**
 * A condition with the truth of each part.
 */
export interface Explanation {
  /**
   * What it is.
   */
  readonly kind: 'rule' | 'when' | 'require' | 'all' | 'any' | 'not' | 'named' | 'leaf'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly truth: 'true' | 'false' | 'unknown'
  /**
   * The name of a named condition.
   */
  readonly name?: string
  /**
   * The fact of a leaf.
   */
  readonly fact?: string
  /**
   * The operator.
   */
  readonly operator?: string
  /**
   * What it is compared with: a value, a list of them, the name of another fact, or `as-of`.
   */
  readonly value?: string | number | boolean | readonly unknown[]
  /**
   * The actual value; left out where nothing states it.
   */
  readonly actual?: string
  /**
   * Its parts.
   */
  readonly of?: readonly Explanation[]
}
/**
 * The engagement as it was understood.
 */
export interface Architecture {
  /**
   * Parties and entities.
   *
   * Items: One.
   */
  readonly parties: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its name.
     */
    readonly name: string
    /**
     * Where it is established.
     */
    readonly country?: string
    /**
     * Where its parent is.
     */
    readonly parentCountry?: string
    /**
     * What it is.
     */
    readonly kind: 'party' | 'firm' | 'entity' | 'unknown'
    /**
     * Its truth: strong Kleene logic.
     */
    readonly eea: 'true' | 'false' | 'unknown'
    /**
     * How the GDPR reaches it.
     */
    readonly gdprReach?: string
    /**
     * Whether it is the client.
     */
    readonly client: boolean
  }[]
  /**
   * Where each country, group of countries and `worldwide` that is named here lies, for the map.
   *
   * Items: One.
   */
  readonly places: readonly {
    /**
     * As it is written here.
     */
    readonly place: string
    /**
     * Where it lies; `adequate` where a decision covers every recipient there.
     */
    readonly jurisdiction: 'eea' | 'adequate' | 'third-country' | 'worldwide' | 'unknown'
  }[]
  /**
   * Data assets.
   *
   * Items: One.
   */
  readonly data: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Its truth: strong Kleene logic.
     */
    readonly personal: 'true' | 'false' | 'unknown'
    /**
     * Its truth: strong Kleene logic.
     */
    readonly confidential: 'true' | 'false' | 'unknown'
    /**
     * Its truth: strong Kleene logic.
     */
    readonly client: 'true' | 'false' | 'unknown'
    /**
     * Its categories.
     */
    readonly categories: readonly string[]
    /**
     * Whether it was not written down, but follows.
     */
    readonly implied: boolean
  }[]
  /**
   * Components.
   *
   * Items: One.
   */
  readonly components: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its title.
     */
    readonly title: string
    /**
     * Its provider and service.
     */
    readonly service?: string
    /**
     * Who contracts or operates it.
     */
    readonly custodian?: string
    /**
     * The contracting entity of the provider.
     */
    readonly entity?: string
    /**
     * Its region.
     */
    readonly region?: string
    /**
     * Places by activity; an activity that is left out is unknown.
     */
    readonly places: {
      /**
       * Places.
       */
      readonly [k: string]: readonly string[]
    }
    /**
     * Where it is, taken together.
     */
    readonly jurisdiction: 'eea' | 'adequate' | 'third-country' | 'worldwide' | 'unknown'
    readonly at: Location
  }[]
  /**
   * Flows.
   *
   * Items: One.
   */
  readonly flows: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * From.
     */
    readonly from: string
    /**
     * To.
     */
    readonly to: string
    /**
     * The assets that it carries, as derived.
     */
    readonly data: readonly string[]
    /**
     * Its purpose.
     */
    readonly purpose?: string
    readonly at: Location
  }[]
  /**
   * Which data is where, in which form, and by which way.
   *
   * Items: One.
   */
  readonly holdings: readonly {
    /**
     * A component or party.
     */
    readonly node: string
    /**
     * The asset.
     */
    readonly asset: string
    /**
     * Its form; `unstated` where that is unknown.
     */
    readonly protection: string
    /**
     * False where it may be there, and nothing excludes it.
     */
    readonly certain: boolean
    readonly path: Path
  }[]
  /**
   * Data becoming available to another party.
   */
  readonly disclosures: readonly Disclosure[]
  /**
   * Who processes for whom.
   *
   * Items: One.
   */
  readonly relationships: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * For whom.
     */
    readonly controller: string
    /**
     * Who processes.
     */
    readonly processor: string
    /**
     * With which service.
     */
    readonly service?: string
    /**
     * Which data.
     */
    readonly data: readonly string[]
    /**
     * Who contracts it.
     */
    readonly contractedBy?: string
    /**
     * How deep.
     */
    readonly depth: number
    /**
     * Where the processor is established.
     */
    readonly country?: string
    /**
     * Where it processes.
     */
    readonly places: readonly string[]
    readonly at: Location
  }[]
  /**
   * AI uses.
   *
   * Items: One.
   */
  readonly aiUses: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Where.
     */
    readonly component: string
    /**
     * By whom.
     */
    readonly provider?: string
    /**
     * The declared tier.
     */
    readonly tier?: string
    /**
     * Whether it was listed.
     */
    readonly declared: boolean
    /**
     * The data that reaches it.
     */
    readonly data: readonly string[]
    readonly at: Location
  }[]
}
/**
 * One disclosure.
 */
export interface Disclosure {
  /**
   * Its id.
   */
  readonly id: string
  /**
   * Its id in `parties`.
   */
  readonly exporterId: string
  /**
   * Its id in `parties`.
   */
  readonly importerId: string
  /**
   * The components at which it happens, by whichever way; `path` is one of the ways.
   */
  readonly components: readonly string[]
  /**
   * Who makes it available.
   */
  readonly exporter: string
  /**
   * To whom.
   */
  readonly importer: string
  /**
   * Country of the exporter.
   */
  readonly exporterCountry?: string
  /**
   * Country of the importer.
   */
  readonly importerCountry?: string
  /**
   * Country of the importer's parent.
   */
  readonly importerParentCountry?: string
  /**
   * Role of the exporter.
   */
  readonly exporterRole?: string
  /**
   * Role of the importer.
   */
  readonly importerRole?: string
  /**
   * The data asset.
   */
  readonly asset: string
  /**
   * Its form.
   */
  readonly protection: string
  /**
   * Why.
   */
  readonly purpose?: string
  /**
   * Where to.
   */
  readonly destination?: string
  /**
   * How.
   */
  readonly channels: readonly string[]
  /**
   * For which activities.
   */
  readonly activities: readonly string[]
  /**
   * Every place that is meant.
   */
  readonly places: readonly string[]
  /**
   * Its truth: strong Kleene logic.
   */
  readonly criterion1: 'true' | 'false' | 'unknown'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly criterion2: 'true' | 'false' | 'unknown'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly criterion3: 'true' | 'false' | 'unknown'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly isTransfer: 'true' | 'false' | 'unknown'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly onward: 'true' | 'false' | 'unknown'
  /**
   * Its truth: strong Kleene logic.
   */
  readonly personal: 'true' | 'false' | 'unknown'
  /**
   * The ground.
   */
  readonly reliesOn?: string
  /**
   * Grounds in reserve.
   */
  readonly fallbacks: readonly string[]
  /**
   * When the ground ends.
   */
  readonly expires?: string
  /**
   * The safeguards entry.
   */
  readonly safeguard?: string
  readonly path: Path
  readonly at: Location
}
/**
 * An exception that somebody answers for.
 */
export interface Waiver {
  /**
   * Why.
   */
  readonly reason: string
  /**
   * Who answers for it.
   */
  readonly owner: string
  /**
   * Who approved it.
   */
  readonly approver: string
  /**
   * Its last day.
   */
  readonly expires: string
  /**
   * Where it is followed.
   */
  readonly ticket: string
  readonly at: Location
}
