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
  douane check portal.yaml --waivers waivers.yaml     with exceptions that somebody answers for
  douane check portal.yaml --evidence report.csv      against who can really log in
  douane check portal.yaml --plan plan.json           against what is about to be deployed
  douane check . --create-baseline baseline.json      begin on what is not clean yet; then --baseline baseline.json
  cat portal.json | douane check - --stdin-filename portal.json
  export-engagements | douane check - --stdin-filename all.ndjson -f json   one engagement a line, in and out
  douane check 'engagements/**/*.yaml' -q --cache     again only what may come out otherwise
`,
  watch: `
Exit codes: that of the last check, after Ctrl+C: 0 pass, 1 fail or unknown, 2 it could not be told.

Examples:
  douane watch portal.yaml
  douane watch engagements --rules our-rules          everything again when a rule is saved
`,
  waive: `
Exit codes: 0 the waiver was written, 2 it was not.

Examples:
  douane waive portal.yaml                            what can be waived
  douane waive portal.yaml --rule access/revoked-in-time --subject shop-admin-2 \\
    --reason 'The shop closes first' --owner 'A. Owner' --approver 'B. Approver' --expires 2027-01-31 --ticket OPS-12
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
  import: `
Exit codes: 0 the draft was written, 2 it was not.

Examples:
  terraform plan -out plan.bin && terraform show -json plan.bin > plan.json
  douane import terraform plan.json > draft.yaml      every guess marked, every open question listed
  douane import terraform plan.json --id shop --output engagements/shop.yaml
  douane check draft.yaml --plan plan.json            what a person must answer is unknown
`,
  sign: `
Exit codes: 0 a pass was signed, 1 a fail was signed, 2 nothing was signed.
An encrypted key is opened with the passphrase in DOUANE_KEY_PASSPHRASE.

Examples:
  openssl genpkey -algorithm ed25519 -out private.pem                make a key
  openssl pkey -in private.pem -pubout -out public.pem               the half of it that verifies
  douane sign portal.yaml --key private.pem --output portal.signed.json
  douane sign portal.yaml --key private.pem --bundle --output portal.bundle.json
  douane sign report.json --key private.pem                          a Report as it is
  douane sign portal.yaml --evidence report.csv --key private.pem --bundle --output portal.bundle.json
`,
  verify: `
Exit codes: 0 verified, and a pass; 1 refused, or a fail; 2 it could not be told.

Examples:
  douane verify portal.bundle.json --key public.pem
  douane verify portal.signed.json portal.yaml --key public.pem      with its inputs by path
  douane verify portal.signed.json portal.yaml --evidence report.csv --key public.pem
  douane verify portal.bundle.json --key public.pem --report report.json
`,
  show: `
Examples:
  douane show TR-01                                   a control, and the rules that check it
  douane show aws
  douane show disclosure.isTransfer                   a fact, and the rules that read it
  douane show REGION_UNKNOWN                          what a problem means
`,
} as const
