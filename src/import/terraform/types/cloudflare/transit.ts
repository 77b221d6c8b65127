import { allOf, open, read, type Setting, set, unset } from '../../../setting.ts'
import type { Json, Planned } from '../../mapping.ts'
import { of, within } from '../blocks.ts'

/**
 * Whether a zone refuses clear text: `always_use_https` is on, and no setting of the zone, page rule or configuration
 * rule turns encryption off or leaves the way to the origin in the clear (`flexible`).
 */
export function zoneRefusesClearText(zone: Planned): Setting<boolean> {
  return allOf(
    settingOf(zone, 'always_use_https', (value) => {
      if (value === 'on') return true
      return value === 'off' ? false : undefined
    }),
    settingOf(zone, 'ssl', encryptsAllTheWay),
    noException(zone, 'cloudflare_page_rule', pageRuleSsl),
    noException(zone, 'cloudflare_ruleset', rulesetSsl),
  )
}

/** Of the zone that an attribute names; a zone outside the plan may have any setting. */
export function transitOf(resource: Planned): Setting<boolean> {
  const zones = resource.named('zone_id')
  if (zones.open !== undefined) return open(zones.attribute, zones.open)
  const [zone] = (zones.is ?? []).filter(({ type }) => type === 'cloudflare_zone')
  return zone === undefined ? open('zone_id', 'not-in-file') : zoneRefusesClearText(zone)
}

/** `cloudflare_zone_setting` since version 5 of the provider, `cloudflare_zone_settings_override` before. */
function settingOf(zone: Planned, id: string, judge: (value: string) => boolean | undefined): Setting<boolean> {
  const single = zone.parts('cloudflare_zone_setting')
  const override = zone.parts('cloudflare_zone_settings_override')
  const said = [
    ...partsOf(single).flatMap((part) => {
      const name = part.text('setting_id')
      if (name.open !== undefined) return [of(part, open(name.attribute, name.open))]
      return name.is === id ? [of(part, read(part.text('value'), judge))] : []
    }),
    ...partsOf(override).map((part) => of(part, read(part.text(`settings.0.${id}`), judge))),
  ]
  const hidden = [single, override].find((one) => one.open !== undefined)
  if (hidden?.open !== undefined) said.push(open(hidden.attribute, hidden.open))
  const [first, ...more] = said
  return first === undefined ? open(`cloudflare_zone_setting.${id}`, 'not-set') : allOf(first, ...more)
}

const partsOf = (parts: Setting<readonly Planned[]>): readonly Planned[] => parts.is ?? []

function encryptsAllTheWay(ssl: string): boolean | undefined {
  if (ssl === 'full' || ssl === 'strict' || ssl === 'origin_pull') return true
  return ssl === 'off' || ssl === 'flexible' ? false : undefined
}

/** False where a rule of a type turns encryption off for what it matches. */
function noException(
  zone: Planned,
  type: string,
  sslOf: (part: Planned) => readonly Setting<Json>[],
): Setting<boolean> {
  const parts = zone.parts(type)
  if (parts.open !== undefined) return open(parts.attribute, parts.open)
  const kept = partsOf(parts).flatMap((part) =>
    sslOf(part).map((ssl) =>
      of(
        part,
        unset(
          read(ssl, (value) => (typeof value === 'string' ? encryptsAllTheWay(value) : undefined)),
          true,
        ),
      ),
    ),
  )
  return allOf(set(type, true), ...kept)
}

const pageRuleSsl = (rule: Planned): readonly Setting<Json>[] => [
  blockWithin('actions', rule.get('actions'), (actions) => within('actions', actions, 'ssl')),
]

function rulesetSsl(ruleset: Planned): readonly Setting<Json>[] {
  const rules = ruleset.list('rules')
  if (rules.open !== undefined) return [open('rules', rules.open)]
  return (rules.is ?? []).flatMap((rule, place) => {
    const path = `rules.${place}`
    const action = within(path, rule, 'action')
    if (action.open !== undefined && action.open !== 'not-set') return [open(action.attribute, action.open)]
    if (action.is !== 'set_config') return []
    const parameters = within(path, rule, 'action_parameters')
    return [blockWithin(parameters.attribute, parameters, (block) => within(parameters.attribute, block, 'ssl'))]
  })
}

/** Blocks are lists of one in version 4 of the provider and objects in version 5. */
function blockWithin(
  attribute: string,
  value: Setting<Json>,
  inside: (block: Json | undefined) => Setting<Json>,
): Setting<Json> {
  if (value.open !== undefined) return open(attribute, value.open)
  return inside(Array.isArray(value.is) ? (value.is as readonly Json[])[0] : value.is)
}
