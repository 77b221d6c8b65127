/** Who a Report is for; each gets no more than the next. */
export const audiences = ['client', 'engineer', 'auditor'] as const

export type Audience = (typeof audiences)[number]
