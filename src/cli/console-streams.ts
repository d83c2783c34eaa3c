/** Where a command writes: the process, or a test. */
export interface ConsoleStreams {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
}
