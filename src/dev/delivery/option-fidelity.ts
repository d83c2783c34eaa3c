import type { Guesses } from '../guesses.js';
import type { OptionName } from './option-table.js';

/** How near an option of the emulator comes to the service's. */
export interface Fidelity {
  /**
   * `emulated`: as documented. `stand-in`: something like it, said in the explain header or in
   * the note. `not-emulated`: has no effect, said in the explain header, an error in strict mode.
   */
  state: 'emulated' | 'stand-in' | 'not-emulated';
  note?: string;
  /** The switch for what is not known about it. */
  guess?: keyof Guesses;
}

const emulated: Fidelity = { state: 'emulated' };
const look = 'the strength is ours; the service publishes no formula';

/** Every option with how it is drawn here. None has been held against the real service yet. */
export const optionFidelity: Readonly<Record<OptionName, Fidelity>> = {
  width: { ...emulated, guess: 'rounding' },
  wbreakpoints: emulated,
  wmobile: emulated,
  wdesktop: emulated,
  height: { ...emulated, guess: 'rounding' },
  dpr: { ...emulated, guess: 'dprOver' },
  fit: { ...emulated, note: 'all eight; crop with one side larger is guessed', guess: 'cropMixed' },
  gravity: {
    state: 'stand-in',
    note: 'sides and points as documented; auto and entropy by sharp; face is cut by attention and counts as not emulated',
  },
  zoom: { state: 'not-emulated', note: 'no faces are found' },
  quality: { state: 'stand-in', note: 'words are 90, 70, 50 and 35; AVIF on a line of our own' },
  'slow-connection-quality': emulated,
  format: { ...emulated, note: 'AVIF up to 1200 px and for stills, else WebP' },
  anim: emulated,
  background: emulated,
  blur: { state: 'stand-in', note: 'a gaussian of half the radius' },
  brightness: emulated,
  contrast: { state: 'stand-in', note: 'about middle grey' },
  gamma: { ...emulated, guess: 'gammaDirection' },
  saturation: { state: 'stand-in', note: look },
  sharpen: { state: 'stand-in', note: look },
  rotate: emulated,
  flip: emulated,
  trim: {
    state: 'stand-in',
    note: 'sides as documented; the border by the colour of the top left pixel',
  },
  'trim.top': emulated,
  'trim.left': emulated,
  'trim.width': emulated,
  'trim.height': emulated,
  'trim.border.color': emulated,
  'trim.border.tolerance': { state: 'stand-in', note: '10 when not given', guess: 'trimTolerance' },
  'trim.border.keep': emulated,
  metadata: { ...emulated, note: 'without content credentials' },
  compression: { ...emulated, note: 'JPEG, unless transparent or moving' },
  segment: { state: 'not-emulated', note: 'the background stays' },
  upscale: { state: 'not-emulated', note: 'generate is interpolated' },
  onerror: emulated,
};
