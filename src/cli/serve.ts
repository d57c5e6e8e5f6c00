import { Command, Option } from 'commander';
import { readConfiguration, settings } from '../server/configuration.ts';
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
  .addHelpText('after', `\nSettings from the environment:\n${settingsHelp}`)
  .action(async (options: { host?: string; port?: string; data?: string }) => {
    const configuration = readConfiguration(undefined, {
      host: options.host,
      port: options.port,
      graphData: options.data,
    });
    const { serve } = await import('../server/serve.ts');
    const served = await serve(configuration, { onProgress: showReading });
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
