import { build } from 'esbuild'
import type { Step } from './generate.ts'

/** src/render/html/page/ and style/ -> build/page.mjs: the script and the style of the HTML report, as texts. */
export const page: Step = {
  owns: { committed: false },
  async files(root) {
    const [script, style] = await Promise.all([
      bundled(`${root}/src/render/html/page/main.ts`),
      bundled(`${root}/src/render/html/style/main.css`),
    ])
    return [
      { path: 'build/page.mjs', text: `${header}${exported('script', script)}${exported('style', style)}` },
      {
        path: 'build/page.d.mts',
        text: `${header}export declare const script: string\nexport declare const style: string\n`,
      },
    ]
  },
}

const header = '// Generated from src/render/html/ by `npm run generate`.\n'

function exported(name: string, text: string): string {
  return `export const ${name} = ${JSON.stringify(text)}\n`
}

/** Small, and of one form on every machine: it is hashed into the page's policy. */
async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'iife',
    platform: 'browser',
    target: ['chrome123', 'firefox120', 'safari17.5'],
    write: false,
    legalComments: 'none',
  })
  const text = outputFiles[0]?.text.trim() ?? ''
  // An element ends where its end tag is written, even in a text.
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${file} would end its own element`)
  return text
}
