import { Command, Option } from 'commander';
import { type Configuration, readConfiguration, settings } from '../server/configuration.ts';
import type { Served } from '../server/serve.ts';
import { exit } from './exit.ts';
import { messages, output, showReading, writeProblems } from './terminal.ts';

const width = Math.max(...Object.values(settings).map(({ variable }) => variable.length));
const settingsHelp = Object.values(settings)
  .map(
    ({ variable, description, fallback }) =>
      `  ${variable.padEnd(width)}  ${description} (default: ${fallback})`,
  )
  .join('\n');

export const serveCommand = new Command('serve')
  .description(
    'Check the data and serve it: the explorer at /, the API at /graphql, the playground at /playground.',
  )
  .addOption(new Option('--host <address>', `same as ${settings.host.variable}`))
  .addOption(new Option('-p, --port <number>', `same as ${settings.port.variable}`))
  .addOption(new Option('-d, --data <folder>', `same as ${settings.graphData.variable}`))
  .addOption(new Option('-w, --workers <number>', `same as ${settings.workers.variable}`))
  .addHelpText('after', `\nSettings from the environment:\n${settingsHelp}`)
  .action(async (options: { host?: string; port?: string; data?: string; workers?: string }) => {
    const configuration = readConfiguration(undefined, {
      host: options.host,
      port: options.port,
      graphData: options.data,
      workers: options.workers,
    });
    const served = await start(configuration);
    messages.clear();
    if (!served.ok) {
      writeProblems(served.problems, served.leftOut);
      messages.write('Nothing is served while there are problems.');
      process.exitCode = exit.found;
      return;
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void served.stop().then(() => process.exit(exit.fine));
      });
    }
    process.on('SIGHUP', () => {
      void served.readKeys();
      void served.reload('signal');
    });
    if (served.adminAddress !== undefined) {
      messages.write(`Metrics and reload, for those who run it, are at ${served.adminAddress}`);
    }
    // Last, for whoever waits for this line may stop the server at once.
    output.write(`Cây Tre answers at ${served.address}`);
  });

/** In this process, or in several that it keeps at work. */
async function start(configuration: Configuration): Promise<Served> {
  if (configuration.workers === 1) {
    const { serve } = await import('../server/serve.ts');
    return serve(configuration, { onProgress: showReading });
  }
  const { serveWithWorkers } = await import('../server/workers/primary.ts');
  return serveWithWorkers(configuration, {
    onLost({ problem }) {
      writeProblems([problem], 0);
      process.exit(exit.failed);
    },
  });
}
