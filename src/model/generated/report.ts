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
   * The next instant at which any outcome changes, or a waiver ends, by the passing of time alone; `none` where none does.
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
    /**
     * The files of the firm's own registry: what stands there is the firm's, and for no client.
     */
    readonly firmFiles: readonly string[]
  }
  /**
   * The regimes of data protection: which of them apply, and whether any rule assesses them.
   *
   * Items: One.
   */
  readonly regimes: readonly {
    /**
     * Its id, as `regimes` of a descriptor names it.
     */
    readonly id: string
    /**
     * Whether it applies, by the facts or because the descriptor names it.
     */
    readonly applies: 'true' | 'false' | 'unknown'
    /**
     * The parties that it reaches by the facts.
     */
    readonly to: readonly string[]
    /**
     * Whether the descriptor names it.
     */
    readonly stated: boolean
    /**
     * How many of the loaded rules cite a document of it. None: it is not assessed.
     */
    readonly rules: number
  }[]
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
     * What the descriptor says, whatever the order of its keys, its comments and its layout.
     */
    readonly descriptor: string
    /**
     * The file that the descriptor was read from, byte by byte.
     */
    readonly descriptorFile: string
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
    /**
     * The files that say what is about to be deployed, where any was given.
     */
    readonly infrastructure?: string
    /**
     * The files that say who can log in, where any was given.
     */
    readonly evidence?: string
  }
  /**
   * The files that showed who can log in; left out where none was given.
   *
   * Items: A file.
   */
  readonly accessEvidence?: readonly {
    /**
     * Its path.
     */
    readonly file: string
    /**
     * What it was read from.
     */
    readonly format: string
    /**
     * The system that it is of; left out, if nothing says which one that is.
     */
    readonly system?: string
    /**
     * When it was collected, as the file or the descriptor says; left out, if neither does.
     */
    readonly collectedOn?: string
    /**
     * For how long evidence counts, by the firm's registry.
     */
    readonly maxAge?: string
    /**
     * From when what it shows counts.
     */
    readonly countsFrom?: string
    /**
     * The first instant at which it does not count any more.
     */
    readonly countsUntil?: string
    /**
     * How many accounts it shows.
     */
    readonly accounts: number
    /**
     * Whether it lists every account that the system keeps; left out, if it does not say.
     */
    readonly complete?: boolean
    /**
     * SHA-256 of the file.
     */
    readonly digest?: string
  }[]
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
     * Failed or unknown, and not waived, by level.
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
    /**
     * Failed or unknown, and waived.
     */
    readonly waived: number
    /**
     * Failed or unknown, not waived, and in the baseline.
     */
    readonly baselined: number
  }
  /**
   * What a person has to do about the open findings that are not waived: each failure of a rule at one place, and each statement that unknowns wait for, with all the findings that it opens. Failures first, then what most findings wait for.
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
    /**
     * Whether all of it is in the baseline.
     */
    readonly baselined?: true
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
     * For an open finding that can be waived: a fingerprint of the outcome, the facts that decided and the conditions of the rule. A waiver holds for as long as it is the same.
     */
    readonly factsDigest?: string
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
     * Where imported files say what it rests on: plans of infrastructure code, and evidence of access.
     *
     * Items: A place.
     */
    readonly alsoAt?: readonly {
      readonly at: Location
      /**
       * What stands there, such as the address of a resource and its attribute.
       */
      readonly text: string
    }[]
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
       * Where it comes from, by places in `origins` of the Report, from 0.
       */
      readonly origins: readonly number[]
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
       * What to state, by its places in `asks` of the Report, from 0.
       */
      readonly asks: readonly number[]
    }[]
    readonly path?: Path
    /**
     * Why, by its place in `explanations` of the Report, from 0.
     */
    readonly explanation?: number
  }[]
  /**
   * What there is to state so that what is unknown can be decided, each statement once: findings name them by their places in this list.
   *
   * Items: One statement.
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
  /**
   * Where facts of findings come from, each once: findings name them by their places in this list.
   */
  readonly origins: readonly Origin[]
  /**
   * Why rules came out as they did, each once: findings name them by their places in this list.
   */
  readonly explanations: readonly Explanation[]
  /**
   * The waivers that were given for this engagement, in force or not, in the order of their places.
   *
   * Items: One.
   */
  readonly exceptions: readonly {
    /**
     * A fingerprint of status, rule and subject: the same from run to run.
     */
    readonly id: string
    /**
     * `in-force`: it lifts an open finding. Any other lifts nothing: `expired`, `stale` (what it was given for has changed), `unused` (there is nothing to lift), `duplicate` (another names the same finding), `over-broad` (it names more than one), `impossible` (there is no such rule or subject, or no exception from it).
     */
    readonly status: 'in-force' | 'expired' | 'stale' | 'unused' | 'duplicate' | 'over-broad' | 'impossible'
    /**
     * How much it weighs that it lifts nothing; left out for one in force.
     */
    readonly level?: 'error' | 'warning'
    /**
     * What is the case, of any such waiver.
     */
    readonly title: string
    /**
     * What is the case.
     */
    readonly message: string
    /**
     * What to do; left out for one in force.
     */
    readonly remedy?: string
    /**
     * The rule that it names.
     */
    readonly rule: string
    /**
     * What the rule looks at.
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
    }
    /**
     * The id of the open finding that it names, where there is one.
     */
    readonly finding?: string
    /**
     * The waiver itself.
     */
    readonly waiver: Waiver
    readonly at: Location
  }[]
  /**
   * The baseline that was given: what it holds counts towards the verdict, and not towards the exit code. Left out where none was given.
   */
  readonly baseline?: {
    /**
     * The file.
     */
    readonly file: string
    /**
     * Whether the exit code is 0 although the verdict is `fail`: everything that fails it is in the baseline.
     */
    readonly excuses: boolean
    /**
     * Open findings that weigh and are not in the baseline.
     */
    readonly new: number
    /**
     * Open findings that are in it.
     */
    readonly held: number
    /**
     * Entries that hold nothing any more: they can be removed.
     *
     * Items: One.
     */
    readonly fixed: readonly {
      /**
       * The rule.
       */
      readonly rule: string
      /**
       * What the rule looks at.
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
      }
      /**
       * What has become of it: it passes, does not apply, is waived, or is gone with its rule or subject.
       */
      readonly now: 'pass' | 'not-applicable' | 'waived' | 'gone'
      readonly at: Location
    }[]
    /**
     * Entries that hold nothing although their finding is open.
     *
     * Items: One.
     */
    readonly ignored: readonly {
      /**
       * The rule.
       */
      readonly rule: string
      /**
       * What the rule looks at.
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
      }
      /**
       * `law`: no baseline holds a rule of law. `worse`: it was unknown, and fails now.
       */
      readonly why: 'law' | 'worse'
      readonly at: Location
    }[]
  }
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
  /**
   * What the plans of infrastructure code deploy, and which components it was matched with; left out where no plan was given.
   */
  readonly infrastructure?: {
    /**
     * The files, by name.
     *
     * Items: A file.
     */
    readonly plans: readonly {
      /**
       * Its path.
       */
      readonly file: string
      /**
       * What it was read from.
       */
      readonly format: string
      /**
       * The version of that format.
       */
      readonly formatVersion?: string
      /**
       * The tool that wrote it.
       */
      readonly tool?: string
      /**
       * SHA-256 of its bytes.
       */
      readonly digest?: string
      /**
       * Why it does not show all that its code deploys.
       */
      readonly partial?: string
      /**
       * How many resources are there once it is applied.
       */
      readonly deployed: number
      /**
       * How many of them are of types that are not known.
       */
      readonly unmapped: number
      /**
       * How many resources it destroys or forgets.
       */
      readonly destroyed?: number
      /**
       * How many data sources it only reads.
       */
      readonly read?: number
    }[]
    /**
     * The resources that are part of one component.
     *
     * Items: A resource.
     */
    readonly matches: readonly {
      /**
       * Its address; with its file in front where the address occurs more than once.
       */
      readonly resource: string
      /**
       * Its type.
       */
      readonly type: string
      /**
       * The component, by its id.
       */
      readonly component: string
      /**
       * What says so: the component's `source`, its service, or its service and region.
       */
      readonly by: 'source' | 'service' | 'region'
      readonly at: Location
    }[]
    /**
     * The resources that may be part of several components.
     *
     * Items: A resource.
     */
    readonly ambiguous: readonly {
      /**
       * Its address, as above.
       */
      readonly resource: string
      /**
       * Its type.
       */
      readonly type: string
      /**
       * The components, by id.
       */
      readonly components: readonly string[]
      readonly at: Location
    }[]
    /**
     * The resources of a service that no component declares.
     *
     * Items: A resource.
     */
    readonly unmatched: readonly {
      /**
       * Its address, as above.
       */
      readonly resource: string
      /**
       * Its type.
       */
      readonly type: string
      /**
       * Its service.
       */
      readonly service?: string
      readonly at: Location
    }[]
    /**
     * How many resources only support others and hold no data.
     */
    readonly supporting: number
    /**
     * The resources of types that are not known.
     *
     * Items: A resource.
     */
    readonly unmapped: readonly {
      /**
       * Its address, as above.
       */
      readonly resource: string
      /**
       * Its type.
       */
      readonly type: string
      /**
       * The provider, where that is known.
       */
      readonly provider?: string
      /**
       * The component that names it as its source, by id.
       */
      readonly component?: string
      readonly at: Location
    }[]
  }
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
    /**
     * Whose data it is. Left out: not stated.
     */
    readonly subjects?: readonly string[]
    /**
     * Whether it is of a special category (Art. 9).
     */
    readonly special: 'true' | 'false' | 'unknown'
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
     * 1 for a controller's own processor, 2 for its sub-processor, and so on. Left out: not known.
     */
    readonly depth?: number
    /**
     * Where the processor is established.
     */
    readonly country?: string
    /**
     * Where it processes. Left out: not known.
     */
    readonly places?: readonly string[]
    readonly at: Location
    /**
     * The id of the party that data is processed for.
     */
    readonly controllerId: string
    /**
     * The id of the processor.
     */
    readonly processorId: string
    /**
     * Where the processor's ultimate parent is, or `none`.
     */
    readonly parentCountry?: string
    /**
     * The provider that the processor belongs to.
     */
    readonly provider?: string
    /**
     * The components on its services, by id.
     */
    readonly components: readonly string[]
    /**
     * What for. Left out: not stated of all of it.
     */
    readonly purposes?: readonly string[]
    /**
     * The disclosures that it consists of, by id.
     */
    readonly disclosures: readonly string[]
    /**
     * Whether the party that data is processed for is itself a processor.
     */
    readonly subProcessing: 'true' | 'false' | 'unknown'
    /**
     * Whether the GDPR applies to the two, or to whoever the data came from.
     */
    readonly gdprApplies: 'true' | 'false' | 'unknown'
    /**
     * The processing agreement of the two, by its id under `agreements`.
     */
    readonly agreement?: string
    /**
     * Whether there is one.
     */
    readonly agreementExists: 'true' | 'false' | 'unknown'
    /**
     * Whether it was signed or accepted.
     */
    readonly agreementSigned: 'true' | 'false' | 'unknown'
    /**
     * The agreement above, by title.
     */
    readonly agreementAbove?: string
    /**
     * How the agreement above authorises sub-processors: `general`, `specific` or `none`.
     */
    readonly authorisation?: string
    /**
     * Whether it authorises this one.
     */
    readonly authorised: 'true' | 'false' | 'unknown'
    /**
     * Within how many hours it must notify a breach.
     */
    readonly breachHours?: number
    /**
     * From when that counts.
     */
    readonly breachStart?: string
    /**
     * Within how many hours the agreement above promises notice.
     */
    readonly breachHoursAbove?: number
    /**
     * Terms that are weaker than in the agreement above.
     */
    readonly weakerTerms?: readonly string[]
    /**
     * Whether they were assessed to protect as much.
     */
    readonly equivalenceAssessed: 'true' | 'false' | 'unknown'
    readonly verdict?: Standing
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
  /**
   * The transfer grounds as they are stated, for each exporter and importer.
   *
   * Items: One.
   */
  readonly safeguards: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Who sends.
     */
    readonly exporter: string
    /**
     * Who receives.
     */
    readonly importer: string
    /**
     * The ground.
     */
    readonly reliesOn?: string
    /**
     * The ground under the UK GDPR.
     */
    readonly ukReliesOn?: string
    /**
     * Grounds in reserve. Left out: not stated.
     */
    readonly fallbacks?: readonly string[]
    /**
     * When the first transfer takes place.
     */
    readonly firstTransferOn?: string
    /**
     * Standard contractual clauses.
     */
    readonly scc?: {
      /**
       * The set.
       */
      readonly set?: string
      /**
       * The modules.
       */
      readonly modules?: readonly number[]
      /**
       * Whether counsel confirmed them.
       */
      readonly modulesConfirmed?: boolean
      /**
       * From when they bind both.
       */
      readonly bindsFrom?: string
      /**
       * Whether the annexes are filled in.
       */
      readonly annexes?: string
    }
    /**
     * Binding corporate rules.
     */
    readonly bcr?: {
      /**
       * For controllers, or for processors.
       */
      readonly type?: string
      /**
       * Who is bound.
       */
      readonly members?: readonly string[]
      /**
       * Day of approval.
       */
      readonly approvedOn?: string
    }
    /**
     * A code, certification, ad hoc clauses or an arrangement.
     */
    readonly otherTool?: {
      /**
       * Whether it is authorised or approved.
       */
      readonly authorised?: boolean
      /**
       * Whether the importer is bound to it.
       */
      readonly bindingCommitments?: boolean
    }
    /**
     * The letter of Art. 49(1), or `compelling`.
     */
    readonly derogation?: string
    /**
     * The transfer impact assessment.
     */
    readonly tia?: {
      /**
       * Its day, or `none`.
       */
      readonly on: string
      /**
       * The last day before it must be reviewed.
       */
      readonly reviewBy?: string
      /**
       * What it found.
       */
      readonly problematicLaw?: string
    }
    /**
     * The supplementary measures that are effective, by use case of Annex 2 of EDPB Recommendations 01/2020. Left out: not stated.
     */
    readonly measures?: readonly string[]
    /**
     * What the measures rest on.
     */
    readonly measureFacts?: {
      readonly [k: string]: boolean
    }
    /**
     * The conditions for what moves on.
     */
    readonly onward?: {
      /**
       * Whether a contract binds the next recipient.
       */
      readonly contract?: boolean
      /**
       * Whether the condition of the tool itself is met.
       */
      readonly conditionsMet?: boolean
    }
    /**
     * The documented instruction for a processor's transfer.
     */
    readonly instructions?: DocumentReference
    /**
     * Where the transfer is documented.
     */
    readonly documented?: DocumentReference
    /**
     * What shows it.
     */
    readonly evidence: readonly Evidence[]
    readonly at: Location
  }[]
  /**
   * Agreements and other documents of the engagement.
   *
   * Items: One.
   */
  readonly agreements: readonly {
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
    readonly kind?: string
    /**
     * Who is bound. Left out: not stated.
     */
    readonly parties?: readonly string[]
    /**
     * When it was signed or accepted, or `none`.
     */
    readonly signedOn?: string
    /**
     * The record that it was accepted.
     */
    readonly acceptance?: {
      /**
       * When, or `none`.
       */
      readonly on: string
      /**
       * Who accepted it.
       */
      readonly by?: string
      /**
       * Which version.
       */
      readonly version?: string
    }
    /**
     * The standard terms that it is made of.
     */
    readonly template?: string
    /**
     * The standard clauses that it is made of, or `none`.
     */
    readonly basedOn?: string
    /**
     * The regimes that it names. Left out: not stated.
     */
    readonly regimes?: readonly string[]
    /**
     * How it authorises sub-processors.
     */
    readonly authorisation?: string
    /**
     * Those that it authorises by name.
     */
    readonly named?: readonly string[]
    /**
     * For a processing agreement: the terms of Art. 28, each with what is known of it.
     *
     * Items: One.
     */
    readonly terms?: readonly {
      /**
       * The term.
       */
      readonly term: string
      /**
       * Whether the document states it, does not, or nobody says.
       */
      readonly says: 'stated' | 'not-in-document' | 'not-stated'
      /**
       * Where.
       */
      readonly clause?: string
    }[]
    readonly at: Location
  }[]
  /**
   * The providers in use, and what the firm recorded of them.
   *
   * Items: One.
   */
  readonly providers: readonly {
    /**
     * Its id.
     */
    readonly id: string
    /**
     * Its name.
     */
    readonly name: string
    /**
     * When the firm assessed it, or `none`.
     */
    readonly assessedOn?: string
    /**
     * Whether the assessment looked at each of the six criteria.
     */
    readonly criteria?: {
      /**
       * Whether it looked at it.
       */
      readonly 'security-posture': 'true' | 'false' | 'unknown'
      /**
       * Whether it looked at it.
       */
      readonly certifications: 'true' | 'false' | 'unknown'
      /**
       * Whether it looked at it.
       */
      readonly 'data-location': 'true' | 'false' | 'unknown'
      /**
       * Whether it looked at it.
       */
      readonly 'contractual-terms': 'true' | 'false' | 'unknown'
      /**
       * Whether it looked at it.
       */
      readonly 'transfer-mechanisms': 'true' | 'false' | 'unknown'
      /**
       * Whether it looked at it.
       */
      readonly reputation: 'true' | 'false' | 'unknown'
    }
    /**
     * When the firm adopted it.
     */
    readonly adoptedOn?: string
    /**
     * When it was last reviewed, or `none`.
     */
    readonly reviewedOn?: string
    /**
     * When its security posture was last verified, or `none`.
     */
    readonly securityVerifiedOn?: string
    /**
     * What shows the review, and where support has access from.
     */
    readonly evidence: readonly Evidence[]
    /**
     * The certificates that somebody says it holds, or that the engagement requires.
     *
     * Items: One.
     */
    readonly certificates: readonly {
      /**
       * The scheme.
       */
      readonly name: string
      /**
       * Who says so.
       */
      readonly claimedBy: readonly string[]
      /**
       * Whether the engagement requires it.
       */
      readonly required: 'true' | 'false' | 'unknown'
      /**
       * Whether the firm holds evidence of it.
       */
      readonly evidenceKept?: 'true' | 'false' | 'unknown'
      /**
       * Its last day, or `none`.
       */
      readonly validUntil?: string
      readonly evidence?: Evidence
    }[]
    readonly verdict?: Standing
  }[]
  /**
   * What is agreed and recorded of the provider of each component.
   *
   * Items: One.
   */
  readonly providerUses: readonly {
    /**
     * The component.
     */
    readonly component: string
    /**
     * The provider and service.
     */
    readonly service?: string
    /**
     * Who contracts it and holds the account.
     */
    readonly contractedBy?: string
    /**
     * The entity of the provider that is contracted.
     */
    readonly entity?: string
    /**
     * Since when it is used, or `first-set`.
     */
    readonly usedSince?: string
    /**
     * Who asked for it.
     */
    readonly requestedBy?: string
    /**
     * Why it is needed.
     */
    readonly need?: string
    /**
     * Whether the firm's published list names the provider.
     */
    readonly onFirmList?: 'true' | 'false' | 'unknown'
    /**
     * Whether a row of that list covers the service.
     */
    readonly approved?: 'true' | 'false' | 'unknown'
    /**
     * The roles that the list gives it.
     */
    readonly approvedRoles?: readonly string[]
    /**
     * The contexts that the list gives it.
     */
    readonly approvedContexts?: readonly string[]
    /**
     * The limits that the list sets.
     */
    readonly limits?: readonly string[]
    /**
     * Whether the use is in the role.
     */
    readonly withinRole?: 'true' | 'false' | 'unknown'
    /**
     * Whether it is inside the limit.
     */
    readonly withinLimit?: 'true' | 'false' | 'unknown'
    /**
     * The notice to the client before it was added.
     */
    readonly notice?: {
      /**
       * When, or `none`.
       */
      readonly on: string
      /**
       * Whether it was given in writing.
       */
      readonly written: 'true' | 'false' | 'unknown'
      /**
       * The days from the notice to the change.
       */
      readonly days?: number
      /**
       * The objections of the client. Left out: not stated.
       *
       * Items: One.
       */
      readonly objections?: readonly {
        /**
         * Its id.
         */
        readonly id: string
        /**
         * When.
         */
        readonly on: string
        /**
         * Whether it is made on grounds of data protection.
         */
        readonly dataProtectionGrounds: 'true' | 'false' | 'unknown'
        /**
         * When it was answered, or `none`.
         */
        readonly answeredOn?: string
      }[]
    }
    /**
     * The document that names it.
     */
    readonly documented?: DocumentReference
    /**
     * The document that records it as part of the architecture that the client approved.
     */
    readonly approvedArchitecture?: DocumentReference
    /**
     * The endpoint scope.
     */
    readonly endpointScope?: string
    /**
     * The residency settings that are on. Left out: not stated.
     */
    readonly residency?: readonly string[]
    /**
     * From where outside the EEA others than the customer have access without a ground of their own. Left out: not known.
     */
    readonly accessOutsideEea?: readonly string[]
    readonly at: Location
    readonly verdict?: Standing
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
   * The last day of the ground; `none` where it has none.
   */
  readonly expires?: string
  /**
   * The entry of `safeguards` that names it.
   */
  readonly safeguard?: string
  readonly path: Path
  readonly at: Location
  /**
   * The component that it takes place at; `places` of it has them by activity.
   */
  readonly component?: string
  /**
   * The roles of the two, exporter to importer.
   */
  readonly roles?: string
  /**
   * Whether it is a restricted transfer under the UK GDPR.
   */
  readonly isUkTransfer: 'true' | 'false' | 'unknown'
  /**
   * The transfers by which the exporter came by the data, by id. Left out: not known.
   */
  readonly upstream?: readonly string[]
  /**
   * The ground under the UK GDPR.
   */
  readonly ukReliesOn?: string
  /**
   * The decision that is relied on, as the registry has it.
   */
  readonly adequacy?: {
    /**
     * The entry of the registry.
     */
    readonly entry: string
    /**
     * Its first day.
     */
    readonly from?: string
    /**
     * Its last day, or `none`.
     */
    readonly until?: string
    /**
     * What it covers: `all`, or some recipients only.
     */
    readonly scope?: string
    /**
     * The documents that say so.
     */
    readonly source: string
    /**
     * When somebody last compared it with them.
     */
    readonly checkedOn: string
  }
  /**
   * The listing under the Data Privacy Framework that is relied on: of the registry, filled by the descriptor.
   */
  readonly listing?: {
    /**
     * Whether the listed entity is the importer.
     */
    readonly entityMatches: 'true' | 'false' | 'unknown'
    /**
     * Its status.
     */
    readonly status?: string
    /**
     * The frameworks.
     */
    readonly frameworks?: readonly string[]
    /**
     * The kinds of data covered.
     */
    readonly covers?: readonly string[]
    /**
     * When it was looked up.
     */
    readonly checkedOn?: string
    /**
     * The last day before which it must re-certify.
     */
    readonly recertificationDue?: string
  }
  readonly verdict?: Standing
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
/**
 * What the rules say of one thing: of itself, and of what it consists of.
 */
export interface Standing {
  /**
   * `fail` or `unknown` where a finding that counts towards the verdict is; `none` where no rule that counts applied.
   */
  readonly outcome: 'pass' | 'fail' | 'unknown' | 'none'
  /**
   * The open findings on it, by id, whatever they weigh.
   */
  readonly findings: readonly string[]
  /**
   * What would have to be stated, the first thing for each unknown that counts.
   */
  readonly missing: readonly string[]
}
/**
 * What shows a statement.
 */
export interface Evidence {
  /**
   * Of what.
   */
  readonly of: string
  /**
   * What it is, or where it is kept. Left out: none is named.
   */
  readonly where?: string
  /**
   * When somebody last looked at it.
   */
  readonly checkedOn?: string
  /**
   * Who did.
   */
  readonly checkedBy?: string
  /**
   * Who may see it besides auditors; what is not marked is for engineers.
   */
  readonly shownTo: 'client' | 'engineer' | 'auditor'
  readonly at: Location
}
/**
 * A document of the engagement that says something.
 */
export interface DocumentReference {
  /**
   * Its id, or `none`.
   */
  readonly agreement?: string
  /**
   * Its title.
   */
  readonly title?: string
  /**
   * Where in it.
   */
  readonly clause?: string
  /**
   * What it describes.
   */
  readonly covers?: readonly string[]
  /**
   * Whether it was signed or accepted.
   */
  readonly signed: 'true' | 'false' | 'unknown'
}
