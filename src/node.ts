export {
  type FetchHandler,
  type NodeListenerOptions,
  toNodeListener,
} from './node/to-node-listener.js';
