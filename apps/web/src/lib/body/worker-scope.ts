/** The part of a dedicated worker's own scope that the workers here use. The app is compiled for pages, whose types differ. */
interface WorkerScope<Question, Answer> {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(answer: Answer, transfer?: readonly Transferable[]): void;
}

export const workerScope = <Question, Answer>(): WorkerScope<Question, Answer> =>
  globalThis as unknown as WorkerScope<Question, Answer>;
