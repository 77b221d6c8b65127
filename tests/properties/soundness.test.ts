import { itIsSound } from './soundness.ts'

itIsSound(1)
