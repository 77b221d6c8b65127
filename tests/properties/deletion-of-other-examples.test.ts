import { nothingHangsOnDeletion } from './deletion.ts'

nothingHangsOnDeletion(2)
