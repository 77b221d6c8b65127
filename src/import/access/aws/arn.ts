/** The parts of an Amazon Resource Name that matter here. */
export type Arn = {
  readonly partition: string
  readonly service: string
  readonly account: string
  readonly resource: string
}

/** `arn:aws:iam::111122223333:user/alice` in its parts; nothing for what is no such name. */
export function arnOf(text: string): Arn | undefined {
  const match = /^arn:([^:]+):([^:]*):[^:]*:([^:]*):(.+)$/s.exec(text)
  if (match === null) return undefined
  const [, partition = '', service = '', account = '', resource = ''] = match
  return { partition, service, account, resource }
}

/** The AWS account that a name of IAM belongs to. */
export function awsAccountOf(text: string | undefined): string | undefined {
  const arn = text === undefined ? undefined : arnOf(text)
  return arn !== undefined && /^\d{12}$/.test(arn.account) ? arn.account : undefined
}
