import { itIsSound } from './soundness.ts'

itIsSound(2)
