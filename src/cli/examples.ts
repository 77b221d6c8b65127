/** What help shows after the flags. */
export const examples = {
  program: `
Exit codes: 0 the policy says yes, 1 it says no, 2 it could not be told.

Examples:
  douane check portal.yaml
  douane list providers
  douane show transfers/chapter-v-ground
  douane explain transfers/chapter-v-ground
`,
  check: `
Exit codes: 0 pass, 1 fail or unknown, 2 it could not be told (bad input, rule or flag).

Examples:
  douane check portal.yaml                            one engagement, for a person
  douane check 'engagements/**/*.yaml' -q             many, one line for each open finding
  douane check portal.yaml --as-of 2031-12-28         as of the beginning of that day, in UTC
  douane check portal.yaml --output.json report.json  text here, and the whole report in a file
  cat portal.json | douane check - --stdin-filename portal.json
`,
  list: `
Examples:
  douane list providers
  douane list registry --due --as-of 2027-06-01       what must be looked at by then
`,
  explain: `
Examples:
  douane explain transfers/chapter-v-ground           a rule, with its tests as a decision table
  douane explain AC-05                                a control, and every rule that checks it
  douane explain access -f markdown > access.md       a whole pack, as in docs/rules/
`,
  new: `
Examples:
  douane new rule house/backups-are-tested --subject component
  douane new provider nimbus
  douane new engagement portal                        asks on a terminal
  douane new engagement portal --context client-system --client-country BE --service aws/ec2
`,
  show: `
Examples:
  douane show TR-01                                   a control, and the rules that check it
  douane show aws
  douane show disclosure.isTransfer                   a fact, and the rules that read it
  douane show REGION_UNKNOWN                          what a problem means
`,
} as const
