export { compact, restore } from './compiled.ts'
export { loadRulePacks } from './packs.ts'
export { anyInstant, loadRuleTests, type RuleCase, type RuleTests } from './tests.ts'
