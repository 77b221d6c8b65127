import type { Resource } from '../../model/generated/infrastructure.ts'
import type { Setting } from '../setting.ts'

/** A value as JSON has it, with attributes that are known only after apply, or are sensitive, taken out. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** One resource of a plan that will be there, with those of its attributes that its mapping reads. */
export type Planned = {
  readonly address: string
  readonly type: string
  /**
   * An attribute by its path (`versioning.0.enabled`). A missing key is `not-in-file`, never `not-set`; null, an empty
   * list of blocks and an empty text are `not-set`. Reading an attribute that the mapping does not list throws.
   */
  readonly get: (path: string) => Setting<Json>
  /** The same where only one type of value makes sense; another is `not-understood`. */
  readonly flag: (path: string) => Setting<boolean>
  readonly text: (path: string) => Setting<string>
  /** The blocks or values of a list; not set is the empty list, since that is how a plan writes it. */
  readonly list: (path: string) => Setting<readonly Json[]>
  /** The region that it is deployed in: of its own, or of its provider. */
  readonly region: Setting<string>
  /**
   * The resources that an attribute names: by the reference in the code, or by a value that is an id, a name or an ARN of
   * one in the plan. Open where it may name one and which is not known; none where it names something outside the plan.
   */
  readonly named: (path: string) => Setting<readonly Planned[]>
  /** The resources of a type that say that they are part of this one; open if one of them may be, and does not tell. */
  readonly parts: (type: string) => Setting<readonly Planned[]>
}

/** What an importer says of one resource besides its address, type, provider, service and place. */
export type Described = Partial<
  Pick<
    Resource,
    | 'region'
    | 'encryptedAtRest'
    | 'keyManagedBy'
    | 'encryptedInTransit'
    | 'exposed'
    | 'dedicated'
    | 'copiesTo'
    | 'logsTo'
    | 'endpointScope'
    | 'model'
    | 'login'
  >
>

/** What is known of one type of resource. */
export type Mapping = {
  /**
   * `aws/rds`, or `none` for what supports others and holds no data. Where an attribute decides and is open, `undefined`:
   * the resource is then listed as unmapped.
   */
  readonly service: string | ((resource: Planned) => string | undefined)
  /** Whether it keeps what reaches it. */
  readonly keeps?: boolean
  /** The attributes, by their first name, that anything here reads. All others are forgotten while reading. */
  readonly reads?: readonly string[]
  /** `global` where it runs in no region; the region of the provider, or of its own attribute `region`, otherwise. */
  readonly region?: 'global'
  /** The attribute by which it says what it is part of, and the types that this can be. */
  readonly partOf?: { readonly attribute: string; readonly types: readonly string[] }
  readonly describe?: (resource: Planned) => Described
}

/** The types of resources of one provider, by their name. */
export type Mappings = Readonly<Record<string, Mapping>>
