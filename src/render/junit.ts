import type { Report } from '../model/generated/report.ts'
import { harmless } from '../text/harmless.ts'
import { type Fault, faultsIn, ruleOfFault, waiverInWords } from './exceptions.ts'
import type { Render } from './format.ts'
import { type Finding, reductionOf, sourceText, statementOf } from './open.ts'

/**
 * JUnit, as the strictest of its readers takes it: a suite for each engagement, a case for each rule on each subject. What
 * failed is a failure, what could not be decided an error, what did not apply is skipped. Warnings and notes below the
 * fail level are no failures to a reader that knows no levels: they are skipped as well, and so is what is waived or in the
 * baseline; their text says what they are. A waiver that lifts nothing is a case of its own.
 */
export const junit: Render = (reports) => {
  const suites = reports.map(suite)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="douane">',
    ...suites.flat(),
    '</testsuites>',
    '',
  ].join('\n')
}

const levels = ['error', 'warning', 'note']

function suite(report: Report): readonly string[] {
  const { engagement, findings, notApplicable, verdict, asOf } = report
  const atLevel = (level: string): boolean => levels.indexOf(level) <= levels.indexOf(verdict.failLevel)
  const weighs = ({ level, waiver, baselined }: Finding): boolean =>
    atLevel(level) && waiver === undefined && !baselined
  const faults = faultsIn(report)
  const reduction = reductionOf(report)
  const faulty = faults.filter(({ level }) => atLevel(level)).length
  const failures = findings.filter((one) => one.outcome === 'fail' && weighs(one)).length + faulty
  const errors = findings.filter((one) => one.outcome === 'unknown' && weighs(one)).length
  const light = findings.filter((one) => one.outcome !== 'pass' && !weighs(one)).length + faults.length - faulty
  const skipped = notApplicable.reduce((sum, { subjects }) => sum + subjects.length, light)
  const tests = findings.length + faults.length + skipped - light
  const attributes = attributesOf({
    name: `${engagement.title} (${engagement.id})`,
    tests,
    failures,
    errors,
    skipped,
    timestamp: asOf.replace(/(\.\d+)?Z$/, ''),
  })
  return [
    `  <testsuite ${attributes}>`,
    ...(reduction === undefined
      ? []
      : [
          '    <properties>',
          `      <property ${attributesOf({ name: 'reduced', value: reduction })}/>`,
          '    </properties>',
        ]),
    ...findings.flatMap((finding) => caseOf(finding, weighs(finding), report)),
    ...faults.flatMap((fault) => faultCase(fault, atLevel(fault.level))),
    ...notApplicable.flatMap(({ rule, subjects }) =>
      subjects.flatMap((subject) => [
        `    <testcase ${attributesOf({ classname: classOf(rule), name: subject })}>`,
        '      <skipped message="does not apply"/>',
        '    </testcase>',
      ]),
    ),
    '  </testsuite>',
  ]
}

function caseOf(finding: Finding, weighs: boolean, report: Report): readonly string[] {
  const { outcome, rule, subject, level, title } = finding
  const name = attributesOf({ classname: classOf(rule), name: `${subject.label} (${subject.id})` })
  if (outcome === 'pass') return [`    <testcase ${name}/>`]
  const message = statementOf(finding, report)
  const element = outcome === 'fail' ? 'failure' : 'error'
  const result = weighs
    ? `      <${element} ${attributesOf({ type: `${level} ${finding.basis}`, message })}>${escaped(title)}</${element}>`
    : `      <skipped ${attributesOf({ message: `${whySkipped(finding)}: ${message}` })}/>`
  const { file, line, column } = finding.at
  const facts = finding.facts.map(({ label, value }) => `${label}: ${value ?? 'not stated'}`)
  const evidence = [
    `${file}:${line}:${column}`,
    ...facts,
    `Controls: ${finding.controls.join(', ')}`,
    `Source: ${sourceText(finding, report)}`,
    `Remedy: ${finding.remedy}`,
  ]
  return [
    `    <testcase ${name}>`,
    result,
    `      <system-out>${escaped(evidence.join('\n'))}</system-out>`,
    '    </testcase>',
  ]
}

function whySkipped({ level, outcome, waiver, baselined }: Finding): string {
  if (waiver !== undefined) return `waived ${waiverInWords(waiver)}; ${level}, ${outcome}`
  return `${baselined ? 'in the baseline; ' : ''}${level}, ${outcome}`
}

/** A waiver that lifts nothing. */
function faultCase(fault: Fault, weighs: boolean): readonly string[] {
  const { rule, subject, level, status, title, message, remedy = '', at } = fault
  const text = `${message} ${remedy}`
  return [
    `    <testcase ${attributesOf({ classname: classOf(ruleOfFault(fault)), name: `${rule} on ${subject.kind} ${subject.id}` })}>`,
    weighs
      ? `      <failure ${attributesOf({ type: `${level} waiver`, message: text })}>${escaped(title)}</failure>`
      : `      <skipped ${attributesOf({ message: `${level}, ${status}: ${text}` })}/>`,
    `      <system-out>${escaped(`${at.file}:${at.line}:${at.column}`)}</system-out>`,
    '    </testcase>',
  ]
}

const classOf = (rule: string): string => rule.replaceAll('/', '.')

function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(String(value)).replaceAll('\n', '&#10;')}"`)
    .join(' ')
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of several lines. What XML 1.0 has no character for cannot be written as a reference either: it is shown as an escape. */
function escaped(text: string): string {
  const lines = text.split('\n').map(harmless).join('\n')
  return lines.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, (character) => entities[character] ?? character)
}
