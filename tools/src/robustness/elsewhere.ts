import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Has a module that calls {@link answers} try a share in another process, which is started as this one was. */
export function elsewhere<Share, Verdict>(module: string, share: Share): Promise<Verdict[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(module, import.meta.url)), { serialization: 'advanced' });
    let verdicts: Verdict[] | undefined;
    child.on('message', (message) => (verdicts = message as Verdict[]));
    child.on('error', reject);
    child.on('exit', (code) =>
      verdicts ? resolve(verdicts) : reject(new Error(`A share of the robustness run ended with code ${code}.`)),
    );
    child.send(share as object);
  });
}

/** As a process of its own the module of that URL is handed one share as a message, and sends its verdicts back. */
export function answers<Share, Verdict>(moduleUrl: string, attempt: (share: Share) => Verdict[]): void {
  if (process.argv[1] !== fileURLToPath(moduleUrl)) return;
  process.once('message', (share) => {
    process.send?.(attempt(share as Share), () => process.disconnect());
  });
}
