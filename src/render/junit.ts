import type { Report } from '../model/generated/report.ts'
import { harmless } from '../text/harmless.ts'
import type { Format } from './format.ts'
import { type Finding, reductionOf, sourceText, statementOf } from './open.ts'

/**
 * JUnit, as the strictest of its readers takes it: a suite for each engagement, a case for each rule on each subject. What
 * failed is a failure, what could not be decided an error, what did not apply is skipped. Warnings and notes below the
 * fail level are no failures to a reader that knows no levels: they are skipped as well, and their text says what they are.
 */
export const junit: Format = {
  title: 'JUnit XML for test reports: every rule on every subject',
  mediaType: 'application/xml',
  render: (reports) => {
    const suites = reports.map(suite)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="douane">',
      ...suites.flat(),
      '</testsuites>',
      '',
    ].join('\n')
  },
}

const levels = ['error', 'warning', 'note']

function suite(report: Report): readonly string[] {
  const { engagement, findings, notApplicable, verdict, asOf } = report
  const weighs = ({ level }: Finding): boolean => levels.indexOf(level) <= levels.indexOf(verdict.failLevel)
  const failures = findings.filter((one) => one.outcome === 'fail' && weighs(one)).length
  const errors = findings.filter((one) => one.outcome === 'unknown' && weighs(one)).length
  const light = findings.filter((one) => one.outcome !== 'pass' && !weighs(one)).length
  const skipped = notApplicable.reduce((sum, { subjects }) => sum + subjects.length, light)
  const tests = findings.length + skipped - light
  const attributes = attributesOf({
    name: `${engagement.title} (${engagement.id})`,
    tests,
    failures,
    errors,
    skipped,
    timestamp: asOf.replace(/(\.\d+)?Z$/, ''),
  })
  const reduction = reductionOf(report)
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
  const message = statementOf(finding)
  const element = outcome === 'fail' ? 'failure' : 'error'
  const result = weighs
    ? `      <${element} ${attributesOf({ type: `${level} ${finding.basis}`, message })}>${escaped(title)}</${element}>`
    : `      <skipped ${attributesOf({ message: `${level}, ${outcome}: ${message}` })}/>`
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
