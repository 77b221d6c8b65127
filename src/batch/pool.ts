import type { SourceFile } from '../model/location.ts'
import type { Answer, Answerer } from './answer.ts'
import { lost } from './lost.ts'

/** Something that answers for one file after the other, elsewhere. */
export type Worker = {
  /** May be asked before it has answered. Fails for all that is not answered where the worker ends, the oldest first. */
  readonly answer: Answerer
  readonly end: () => Promise<void>
}

export type Pool = {
  readonly answer: Answerer
  /** What is not answered by then will not be. */
  readonly end: () => Promise<void>
}

/** A worker has its next file before it is done with one: otherwise it would wait for whoever takes its answer. */
const ahead = 2

type Job = { readonly file: SourceFile; readonly resolve: (answer: Answer) => void }

type Member = { readonly worker: Worker; readonly jobs: Job[] }

/**
 * Answers by several workers, each started when there is work for it. A worker that ends takes one file with it: that is
 * told as a problem of the file, and what it was to do next is done by others.
 */
export function poolOf(start: () => Worker, size: number): Pool {
  const members = new Set<Member>()
  const queue: Job[] = []
  const begin = (): Member => {
    const member = { worker: start(), jobs: [] }
    members.add(member)
    return member
  }
  const nextMember = (): Member | undefined => {
    let least: Member | undefined
    for (const member of members) if (member.jobs.length < (least?.jobs.length ?? ahead)) least = member
    return least?.jobs.length !== 0 && members.size < size ? begin() : least
  }
  const assign = (): void => {
    for (let job = queue[0]; job !== undefined; job = queue[0]) {
      try {
        const member = nextMember()
        if (member === undefined) return
        give(member, job)
      } catch (error) {
        job.resolve(lost(job.file, error))
      }
      queue.shift()
    }
  }
  const give = (member: Member, job: Job): void => {
    member.jobs.push(job)
    member.worker.answer(job.file).then(
      (answer) => answered(member, answer),
      (error) => ended(member, error),
    )
  }
  const answered = (member: Member, answer: Answer): void => {
    member.jobs.shift()?.resolve(answer)
    assign()
  }
  const ended = async (member: Member, error: unknown): Promise<void> => {
    if (!members.delete(member)) return
    const [taken, ...others] = member.jobs
    queue.unshift(...others)
    await member.worker.end()
    assign()
    taken?.resolve(lost(taken.file, error))
  }
  return {
    answer: (file) =>
      new Promise((resolve) => {
        queue.push({ file, resolve })
        assign()
      }),
    end: async () => {
      const all = [...members]
      members.clear()
      queue.length = 0
      await Promise.all(all.map(({ worker }) => worker.end()))
    },
  }
}
