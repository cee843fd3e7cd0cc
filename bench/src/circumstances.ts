import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** On what, when and with which commit something was measured. */
export function circumstances(now: Date): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  const changed = git('status', '--porcelain', '--', 'packages', 'content', 'apps', 'tools').length > 0;
  const state = changed ? `${commit} with changes` : commit;
  return `${now.toISOString().slice(0, 10)} · ${processors.length} × ${model}, ${memoryGb} GB · Node ${process.versions.node} · ${state}`;
}
