import { relative } from 'node:path'
import { expect, it } from 'vitest'
import { displayPath } from '../../src/io/display-path.ts'

it.each([
  ['/work', '/work/a.yaml'],
  ['/work', '/work/a/b.yaml'],
  ['/work', '/work/../a.yaml'],
  ['/work', '/work/./a//b.yaml'],
  ['/work', '/work/.hidden/a.yaml'],
  ['/work', '/work/a/'],
  ['/work', '/work/'],
  ['/work', '/working/a.yaml'],
  ['/work/a', '/work/b.yaml'],
  ['/work/', '/work/a.yaml'],
  ['/', '/a.yaml'],
])('in %s, %s is shown as it is from there', (cwd, path) => {
  expect(displayPath(cwd, path)).toBe(relative(cwd, path))
})
