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
  douane check portal.yaml --audience client -f markdown   what a client may see
  douane check portal.yaml --config firm.yaml         with the rules, packs and levels of a configuration
  cat portal.json | douane check - --stdin-filename portal.json
`,
  render: `
Exit codes: 0 rendered, whatever the verdict; 2 it could not be (no Report, a bad flag, a file that cannot be written).

Examples:
  douane render report.json                           a Report that \`douane check -f json\` wrote, for a person
  douane render report.json -f markdown -f csv        in several formats
  douane render reports.json --output.sarif all.sarif of several Reports, one a line
  douane render report.json --audience client -f json > for-client.json
  douane check portal.yaml -f json | douane render - -f junit
`,
  test: `
Exit codes: 0 all tests pass, 1 one fails or too little is shown, 2 it could not be told (bad rule or test, no tests).

Examples:
  douane test                                         the tests in the folder "rules"
  douane test our-rules --run 'retention/*'           those of some rules
  douane test our-rules --watch                       again whenever a file is saved
  douane test our-rules --coverage --mutate           what the tests do not show, and which cases to add
`,
  diff: `
Exit codes: 0 every outcome is the same, 1 some are not, 2 it could not be told.

Examples:
  douane diff before.json after.json                                 two Reports, and why they differ
  douane diff --rules old/rules --rules rules 'engagements/*.yaml'   what a change of rules does
  douane diff --as-of 2026-11-22 --as-of 2027-11-22 portal.yaml      what time will do
  douane diff --config old.yaml --config douane.config.yaml portal.yaml -f markdown
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
  douane list packs                                   what counts, by the configuration
  douane list registry --due --as-of 2027-06-01       what must be looked at by then
  douane list defects                                 where the published texts contradict themselves or the law
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
