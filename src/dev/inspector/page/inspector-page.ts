/** The document of the inspector. What changes in it is filled in by its script. */
export const inspectorPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inspector, Cloudflare Images emulator</title>
<link rel="icon" href="icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
<script type="module" src="script/main.js"></script>
</head>
<body>
<header>
  <div class="brand">
    <h1>Inspector</h1>
    <p>Cloudflare Images emulator</p>
  </div>
  <p class="pulse"><span id="live" data-state="waiting">Waiting</span> <time id="clock"></time> <span id="ahead" class="badge"></span></p>
  <nav aria-label="Sections">
    <a href="#images">Images <span id="image-count" class="count"></span></a>
    <a href="#requests">Requests <span id="request-count" class="count"></span></a>
    <a href="#account">Account</a>
  </nav>
</header>
<p id="problem" role="alert" hidden></p>
<main>
  <noscript><p class="empty">The inspector is a page with a script, and scripts are off in this browser.</p></noscript>
  <section id="images" aria-label="Images" hidden>
    <div class="drafts" hidden>
      <h2>Drafts</h2>
      <p class="muted">Promised an upload link, and no bytes have arrived.</p>
      <ul></ul>
    </div>
    <ul class="grid"></ul>
    <div class="empty" hidden>
      <p><strong>No images yet</strong></p>
      <p>Upload one through your app. It appears here by itself.</p>
    </div>
    <p class="more" hidden><span></span> <button type="button">Show more</button></p>
  </section>
  <section id="requests" aria-label="Requests" hidden>
    <ol></ol>
    <div class="empty" hidden>
      <p><strong>No requests yet</strong></p>
      <p>Everything that your app asks the API, the upload host and delivery is listed here, newest first. This page itself is not.</p>
    </div>
  </section>
  <section id="account" aria-label="Account" hidden>
    <div class="panel"><h2>Where it is</h2><dl class="places"></dl></div>
    <div class="panel clock">
      <h2>Clock</h2>
      <p><span class="now"></span><span class="ahead muted"></span></p>
      <p class="muted">Move it forward to see links, drafts and signatures end.</p>
      <div class="actions">
        <button type="button" value="60">+ 1 minute</button>
        <button type="button" value="3600">+ 1 hour</button>
        <button type="button" value="86400">+ 1 day</button>
        <button type="button" value="0" disabled>Back to the present</button>
      </div>
      <output class="said"></output>
    </div>
    <div class="panel"><h2>Variants</h2><ul class="variant-list"></ul></div>
    <div class="panel"><h2>Settings</h2><dl class="settings"></dl></div>
    <div class="panel"><h2>Signing keys</h2><ul class="keys"></ul><p class="muted">By name only: a key never leaves the emulator through this page.</p></div>
  </section>
</main>
<dialog id="detail" aria-labelledby="detail-title">
  <div class="scroll">
    <div class="top">
      <h2 id="detail-title"></h2>
      <button type="button" class="close">Close</button>
    </div>
    <p class="id"></p>
    <p class="gone empty" hidden>This image is not there any more. It was deleted, or its access changed and with it its id.</p>
    <div class="body" hidden>
      <dl></dl>
      <div class="variants">
        <div class="top">
          <h3>Variants</h3>
          <label class="lifetime">Signed URLs end in
            <select>
              <option value="60">1 minute</option>
              <option value="3600" selected>1 hour</option>
              <option value="86400">1 day</option>
              <option value="2592000">30 days</option>
              <option value="none">never</option>
            </select>
          </label>
        </div>
        <ul></ul>
      </div>
    </div>
  </div>
</dialog>
</body>
</html>
`;
