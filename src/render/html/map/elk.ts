import ELK, { type ElkNode } from 'elkjs/lib/elk.bundled.js'

/** Runs the layout in this process. Loaded when a map is drawn, and by nothing else: it is 1.6 MB of code. */
export const elkLayout = (graph: ElkNode): Promise<ElkNode> => new ELK.default().layout(graph)
