import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { descriptorYaml } from './descriptor.ts'
import { interleaved } from './interleaved.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 31)

/** What a whole `douane check` takes beside a Node that does nothing, as Markdown. */
export function startUp(): string {
  const cli = new URL('../dist/cli.cjs', import.meta.url).pathname
  if (!existsSync(cli)) throw new Error('dist/cli.cjs is missing: run `npm run build` first')
  const folder = mkdtempSync(join(tmpdir(), 'douane-bench-'))
  try {
    const yaml = descriptorYaml()
    const files = { yaml: join(folder, 'bench.yaml'), json: join(folder, 'bench.json') }
    writeFileSync(files.yaml, yaml)
    writeFileSync(files.json, JSON.stringify(parse(yaml), null, 2))
    // The firm's parent is not published, so the check cannot pass; what it costs is the same.
    const check = (file: string) => [cli, 'check', file, '--as-of', '2026-06-01']
    const bare = 'node -e 0'
    const medians = interleaved(
      [
        { name: bare, args: ['-e', '0'], exit: 0 },
        { name: 'check, YAML', args: check(files.yaml), exit: 1 },
        { name: 'check, JSON', args: check(files.json), exit: 1 },
      ],
      rounds,
    )
    const base = medians.get(bare) ?? Number.NaN
    return [
      '# Start-up',
      '',
      `\`douane check\` on a descriptor of ${yaml.trimEnd().split('\n').length} lines against \`node -e 0\`: medians of ${rounds} rounds, each command once in every round.`,
      '',
      '| command | median, ms | more than `node -e 0`, ms | over `node -e 0` |',
      '|---|---|---|---|',
      ...[...medians].map(
        ([name, ms]) => `| ${name} | ${ms.toFixed(1)} | ${(ms - base).toFixed(1)} | ${(ms / base).toFixed(2)} |`,
      ),
      '',
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
