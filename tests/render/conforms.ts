import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { validateXML } from 'xmllint-wasm'

const schema = (name: string): string => readFileSync(new URL(`schemas/${name}`, import.meta.url), 'utf8')
const ajv = new Ajv({ allErrors: true })

/** What keeps a text from being what the readers of its format take; nothing, where it is. */
export const sarifErrors = errorsOf('sarif.schema.json')
export const gitlabErrors = errorsOf('gitlab.schema.json')
export const oscalErrors = errorsOf('oscal.schema.json')
export const intotoErrors = errorsOf('intoto.schema.json')

export async function junitErrors(contents: string): Promise<readonly string[]> {
  const xml = { fileName: 'report.xml', contents }
  const { errors } = await validateXML({ xml, schema: { fileName: 'junit.xsd', contents: schema('junit.xsd') } })
  return errors.map(({ message }) => message)
}

function errorsOf(name: string): (text: string) => readonly unknown[] {
  const validate = ajv.compile(JSON.parse(schema(name)))
  return (text) => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []))
}
