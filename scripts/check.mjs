// All of CI, in order. Stops at the first step that fails and names it last; the tests come
// last because their closing line is the one a CI reads.
import { spawnSync } from 'node:child_process';

const steps = ['format', 'lint', 'types', 'build', 'package', 'size', 'test'];

for (const step of steps) {
  console.log(`\ncheck: ${step}`);
  const { status } = spawnSync('npm', ['run', '--silent', step], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`\ncheck: "${step}" failed. Run it alone with: npm run ${step}`);
    process.exit(status ?? 1);
  }
}
