// Generated from schemas/bundle.schema.json by `npm run generate`. Change the schema, not this file.

/**
 * A signed result with everything that it was made of, so that it can be verified years later: `douane sign --bundle` writes it, `douane verify` reads it.
 */
export interface Bundle {
  /**
   * Where an editor finds this schema.
   */
  readonly $schema?: string
  /**
   * The version of the document format.
   */
  readonly apiVersion: 'douane/v1'
  /**
   * What this document is.
   */
  readonly kind: 'Bundle'
  /**
   * The DSSE envelope: the signed statement, which binds everything else by its digest.
   */
  readonly envelope: {}
  /**
   * What was checked, and with what.
   */
  readonly inputs: {
    /**
     * The file of the descriptor.
     */
    readonly descriptor: File
    /**
     * Every other file that was read, in the order in which it was.
     *
     * Items: One file.
     */
    readonly added: readonly {
      /**
       * What it was given as.
       */
      readonly input: 'rules' | 'registry' | 'configuration' | 'waivers' | 'plan' | 'evidence'
      /**
       * Its path, as reports show it.
       */
      readonly path: string
      /**
       * Its text, byte by byte the same in UTF-8; of a plan or of evidence, what was imported.
       */
      readonly text: string
    }[]
    /**
     * The rules and the registry that the product shipped with.
     *
     * Items: One file, parsed.
     */
    readonly shipped: readonly {
      /**
       * Its path in the product.
       */
      readonly path: string
      /**
       * SHA-256 of the file as it was written, in hexadecimal.
       */
      readonly sha256: string
      /**
       * What its documents say.
       */
      readonly documents: readonly unknown[]
    }[]
  }
  /**
   * The Report that was signed, so that differences can be shown finding by finding.
   */
  readonly report: {}
}
/**
 * A file.
 */
export interface File {
  /**
   * Its path, as reports show it.
   */
  readonly path: string
  /**
   * Its text, byte by byte the same in UTF-8.
   */
  readonly text: string
}
