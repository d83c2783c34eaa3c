/** A command of Cloudflare's documentation and what has to come of it here. */
export interface CurlExample {
  name: string;
  /** Page below the Images section, or the API reference. */
  page: string;
  /** As printed, placeholders included. */
  command: string;
  /** Values of placeholders beyond those of the account. */
  given?: Readonly<Record<string, string>>;
  /** A part of the answer's JSON. */
  answer?: Record<string, unknown>;
  /** For answers that are no JSON: what the output starts with. */
  starts?: string;
  /** The command is broken as printed: what is wrong with it, and what the shell or curl says. */
  broken?: { because: string; says: RegExp };
}

const api = 'https://api.cloudflare.com/client/v4/accounts/{account_id}/images';
const bearer = '--header "Authorization: Bearer <API_TOKEN>"';
const json = '--header "Content-Type: application/json"';
const fine = { success: true, errors: [] };

/** In the order in which they run: later ones use what earlier ones stored. */
export const curlExamples: readonly CurlExample[] = [
  {
    name: 'upload by file, the content type set by hand',
    page: 'upload-images (2022)',
    command: `curl --request POST \\
  --url https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_ID>/images/v1 \\
  --header 'Authorization: Bearer <API_TOKEN>' \\
  --header 'Content-Type: multipart/form-data' \\
  --form file=@./<YOUR_IMAGE.IMG>`,
    given: { '<YOUR_IMAGE.IMG>': 'cat.png' },
    answer: { ...fine, result: { filename: 'cat.png', requireSignedURLs: false } },
  },
  {
    name: 'upload by URL, with a password and metadata',
    page: 'storage/upload-images/upload-URL',
    command: `curl --request POST \\
${api}/v1 \\
${bearer} \\
--form 'url=https://[user:password@]example.com/<PATH_TO_IMAGE>' \\
--form 'metadata={"key":"value"}' \\
--form 'requireSignedURLs=false'`,
    given: { '[user:password@]': 'user:password@', '<PATH_TO_IMAGE>': 'a/image.png' },
    answer: { ...fine, result: { filename: 'image.png', meta: { key: 'value' } } },
  },
  {
    name: 'upload under a custom id',
    page: 'storage/upload-images/upload-custom-path',
    command: `curl --request POST ${api}/v1 \\
${bearer} \\
--form 'url=https://<REMOTE_PATH_TO_IMAGE>' \\
--form 'id=<PATH_TO_YOUR_IMAGE>'`,
    given: {
      '<REMOTE_PATH_TO_IMAGE>': 'example.com/b.png',
      '<PATH_TO_YOUR_IMAGE>': 'this/is/my-customid',
    },
    answer: { ...fine, result: { id: 'this/is/my-customid', filename: 'b.png' } },
  },
  {
    name: 'direct upload',
    page: 'storage/upload-images/direct-creator-upload',
    command: `curl --request POST \\
${api}/v2/direct_upload \\
${bearer} \\
--form 'requireSignedURLs=true' \\
--form 'metadata={"key":"value"}'`,
    answer: fine,
  },
  {
    name: 'direct upload with a custom id',
    page: 'storage/upload-images/direct-creator-upload',
    command: `curl --request POST \\
${api}/v2/direct_upload \\
${bearer} \\
--form 'metadata={"key":"value"}' \\
--form 'id=this/is/another-customid'`,
    answer: { ...fine, result: { id: 'this/is/another-customid' } },
  },
  {
    name: 'status of a draft',
    page: 'storage/upload-images/direct-creator-upload',
    command: `curl ${api}/v1/{image_id} \\
${bearer}`,
    given: { '{image_id}': 'this%2Fis%2Fanother-customid' },
    answer: { ...fine, result: { draft: true, meta: { key: 'value' } } },
  },
  {
    name: 'direct upload with an expiry',
    page: 'storage/upload-images/direct-creator-upload',
    command: `curl --request POST \\
${api}/v2/direct_upload \\
${bearer} \\
--form 'requireSignedURLs=true' \\
--data '{"expiry":"2021-09-14T16:00:00Z"}'`,
    broken: { because: 'curl takes --form or --data.', says: /only select one HTTP request/ },
  },
  {
    name: 'direct upload with everything at once',
    page: 'API reference',
    command: `curl https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/images/v2/direct_upload \\
    -H 'Content-Type: multipart/form-data' \\
    -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" \\
    -F id=this/is/my-customid \\
    -F expiry=2021-01-02T02:20:00Z \\
    -F requireSignedURLs=true`,
    broken: { because: 'A custom id cannot be private, and 2021 is over.', says: /"code":5400/ },
  },
  {
    name: 'list',
    page: 'storage/upload-images/images-batch',
    command: `curl "${api}/v2" \\
${bearer}`,
    answer: fine,
  },
  ...[
    'meta.status[eq:string]=active',
    'meta.status[in]=pending|deleted|flagged',
    'meta.ratings[in:number]=4|5',
    'meta.priority[gte:number]=5',
    'meta.region.name[eq]=eu-west',
  ].map((filter) => ({
    name: `list with ${filter}`,
    page: 'API reference (the reference prints the path alone; curl needs --globoff for brackets)',
    command: `curl --globoff "${api}/v2?${filter}" \\
${bearer}`,
    answer: { ...fine, result: { images: [], continuation_token: null } },
  })),
  {
    name: 'create a variant',
    page: 'optimization/hosted-images/create-variants',
    command: `curl "${api}/v1/variants" \\
${bearer} \\
${json} \\
--data '{"id":"<NAME_OF_THE_VARIANT>","options":{"fit":"scale-down","metadata":"none","width":1366,"height":768},"neverRequireSignedURLs":true}`,
    given: { '<NAME_OF_THE_VARIANT>': 'large' },
    broken: { because: 'The last quote is missing.', says: /unexpected EOF|Unterminated quoted/ },
  },
  {
    name: 'create a variant with a browser TTL',
    page: 'optimization/hosted-images/browser-ttl',
    command: `curl 'https://api.cloudflare.com/client/v4/accounts/<ACCOUNT_TAG>/images/v1/variants' \\
${bearer} \\
${json} \\
--data '{
  "id":"avatar",
  "options": {
    "width":100,
    "browser_ttl": 86400
  }
}'`,
    answer: { ...fine, result: { variant: { id: 'avatar', options: { browser_ttl: 86_400 } } } },
  },
  {
    name: 'browser TTL of the account',
    page: 'optimization/hosted-images/browser-ttl',
    command: `curl --request PATCH '${api}/v1/config' \\
${bearer} \\
${json} \\
--data '{
  "browser_ttl": 31536000
}'`,
    answer: fine,
  },
  {
    name: 'flexible variants',
    page: 'optimization/hosted-images/enable-flexible-variants',
    command: `curl --request PATCH ${api}/v1/config \\
${bearer} \\
${json} \\
--data '{"flexible_variants": true}'`,
    answer: fine,
  },
  {
    name: 'content credentials',
    page: 'optimization/hosted-images/preserve-content-credentials',
    command: `curl --request PATCH ${api}/v1/config \\
${bearer} \\
${json} \\
--data '{"preserve_content_credentials": true}'`,
    answer: fine,
  },
  {
    name: 'a signing key',
    page: 'API reference',
    command: `curl https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/images/v1/keys/$SIGNING_KEY_NAME \\
    -X PUT \\
    -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN"`,
    given: { $SIGNING_KEY_NAME: 'someKey' },
    answer: { ...fine, result: { keys: [{ name: 'default' }, { name: 'someKey' }] } },
  },
  {
    name: 'the signing keys, by the legacy headers',
    page: 'API reference',
    command: `curl https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/images/v1/keys \\
    -H "X-Auth-Email: $CLOUDFLARE_EMAIL" \\
    -H "X-Auth-Key: $CLOUDFLARE_API_KEY"`,
    given: { $CLOUDFLARE_EMAIL: 'local@example.com', $CLOUDFLARE_API_KEY: 'local-key' },
    answer: fine,
  },
  {
    name: 'delivery by variant',
    page: 'optimization/hosted-images/serve-uploaded-images',
    command: 'curl https://imagedelivery.net/<ACCOUNT_HASH>/<IMAGE_ID>/<VARIANT_NAME>',
    given: { '<IMAGE_ID>': 'this/is/my-customid', '<VARIANT_NAME>': 'avatar' },
    starts: '\u0089PNG',
  },
  {
    name: 'delivery by options',
    page: 'optimization/hosted-images/enable-flexible-variants',
    command: 'curl https://imagedelivery.net/{account_hash}/{image_id}/w=400,sharpen=3',
    given: { '{image_id}': 'this/is/my-customid' },
    starts: '\u0089PNG',
  },
  {
    name: "delivery from a zone of one's own",
    page: 'optimization/hosted-images/serve-from-custom-domains',
    command:
      'curl https://example.com/cdn-cgi/imagedelivery/<ACCOUNT_HASH>/<IMAGE_ID>/<VARIANT_NAME>',
    given: { '<IMAGE_ID>': 'this/is/my-customid', '<VARIANT_NAME>': 'public' },
    starts: '\u0089PNG',
  },
  {
    name: 'a batch token',
    page: 'storage/upload-images/images-batch',
    command: `curl "${api}/v1/batch_token" \\
${bearer}`,
    answer: fine,
  },
  {
    name: 'the list by a batch token',
    page: 'storage/upload-images/images-batch',
    command: `curl "https://batch.imagedelivery.net/images/v1" \\
--header "Authorization: Bearer <BATCH_TOKEN>"`,
    broken: {
      because: 'The page says "list images V2" and prints v1; older copies print v2.',
      says: /"success":false/,
    },
  },
  {
    name: 'delete',
    page: 'storage/manage-images/delete-images',
    command: `curl --request DELETE ${api}/v1/{image_id} \\
${bearer}`,
    given: { '{image_id}': 'this%2Fis%2Fmy-customid' },
    answer: { ...fine, result: {} },
  },
];
