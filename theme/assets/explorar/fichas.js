/* The entries of the explorer as objects. What filters and orders look at is here at once; what a card
   says, and the figures that a comparison shows, come in blocks when they are wanted. */
(function () {
  'use strict';

  /* A row of blocks; `fill(item, row)` gives an entry what its block says of it. */
  function series(name, raw, root, blocks, fill) {
    var here = new Set();

    /* The global is named by the entries of the block: one that has other entries is never taken. */
    function take(block) {
      var rows = window['catalogo_' + name + '_' + raw.members[block]];
      if (here.has(block) || !rows) return here.has(block);
      blocks.get(block).forEach(function (item, place) { fill(item, rows[place]); });
      here.add(block);
      return true;
    }
    function bring(block) {
      var address = root + raw.folder + name + '-' + block + '.js?' + raw.members[block];
      return window.catalogoScript(address, function () { return take(block); });
    }
    return function (wanted, done, failed) {
      var lacking = new Set(wanted.map(function (item) { return item.block; }));
      lacking.forEach(function (block) { if (take(block)) lacking.delete(block); });
      if (!lacking.size) return done();
      Promise.all(Array.from(lacking, bring)).then(done, failed);
    };
  }

  /* `items` of the data; `texts(wanted, done, failed)` and `figures(...)` call `done` when the blocks of
     these items are here, at once if they already are; `failed(stale)` when one of them cannot be had:
     stale when what came is of a newer site than this page. */
  function read(raw, root) {
    var blocks = new Map();
    var items = raw.rows.map(function (row, place) {
      var item = { place: place };
      raw.fields.forEach(function (name, n) { item[name] = row[n]; });
      if (!blocks.has(item.block)) blocks.set(item.block, []);
      blocks.get(item.block).push(item);
      return item;
    });
    return {
      items: items,
      texts: series('fichas', raw, root, blocks, function (item, row) {
        raw.texts.forEach(function (name, n) { item[name] = row[n]; });
      }),
      figures: series('cifras', raw, root, blocks, function (item, row) { item.figures = row; })
    };
  }

  /* What to do once more after `failed(stale)`: a stale page has to be loaded again; its address, or
     the device, has all that was chosen. */
  function again(stale, work) {
    return stale === true ? function () { location.reload(); } : work;
  }

  window.catalogoFichas = { read: read, again: again };
})();
