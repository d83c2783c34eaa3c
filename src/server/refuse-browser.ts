// What a browser build gets in place of `react-cf-images/server`. Not `"browser": null` in the
// exports: Vite 8 goes on to the next condition then, and bundles the server.

// @ts-expect-error Not there, so that every bundler stops and prints this name.
import 'react-cf-images/server-must-not-be-bundled-for-a-browser';

throw new Error(
  'react-cf-images/server was loaded in a browser. It holds the API token: import it in server code only.',
);
