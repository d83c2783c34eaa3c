interface ImportMetaEnv {
  readonly VITE_CF_IMAGES_ACCOUNT_HASH: string;
  readonly VITE_CF_IMAGES_ORIGIN: string | undefined;
}
