/** What help shows after the flags. */
export const examples = {
  program: `
Exit codes: 0 the policy says yes, 1 it says no, 2 it could not be told.

Examples:
  douane check portal.yaml
  douane list providers
  douane show transfers/chapter-v-ground
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
  lint: `
Exit codes: 0 no faults, 1 faults, 2 it could not be told (a bad rule, or one that is too large to decide).

Examples:
  douane lint                                         the shipped rules, and those of --rules
  douane lint our-rules                               the rules in a folder, beside the shipped ones
  douane lint our-rules -f json
`,
  list: `
Examples:
  douane list providers
  douane list registry --due --as-of 2027-06-01       what must be looked at by then
`,
  show: `
Examples:
  douane show TR-01                                   a control, and the rules that check it
  douane show aws
  douane show disclosure.isTransfer                   a fact, and the rules that read it
  douane show REGION_UNKNOWN                          what a problem means
`,
} as const
