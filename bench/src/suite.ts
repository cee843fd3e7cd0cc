/** One thing that is measured: a workload, a method and the table that comes out. */
export interface Suite {
  /** What `npm run bench -- <name>` and the markers in README.md call it. */
  readonly name: string;
  /** Measures, and gives back what README.md shall say, in Markdown. */
  run(): Promise<string>;
}
