/* Contribution form, part 1: what the build says about fields, words and existing entries.
   Classic scripts, one shared name, no request: the same files work from a folder (file://). */
(function () {
  'use strict';
  const data = window.CATALOGO_FORMULARIO;
  const A = window.Aportar = { data: data };

  /* Text without accents, case and separators, as the rules compare words. */
  A.fold = function (text) {
    return String(text).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  };

  const compiled = {};
  function regex(name, whole) {
    const key = name + (whole ? '$' : '');
    if (!compiled[key]) {
      const source = data.patterns[name][0];
      compiled[key] = new RegExp(whole ? '^(?:' + source + ')$' : source, data.patterns[name][1]);
    }
    return compiled[key];
  }
  A.whole = function (name, text) { return regex(name, true).exec(text); };
  A.within = function (name, text) { return regex(name, false).exec(text); };
  A.every = function (name, text) {
    const found = data.patterns[name];
    return text.matchAll(new RegExp(found[0], found[1] + 'g'));
  };

  A.fields = function (record) { return data.records[record].fields; };
  A.field = function (record, name) {
    return A.fields(record).find(function (field) { return field.name === name; });
  };
  A.wording = function (record, field) {
    const said = data.wording[record + '.' + field.name] || [field.label, null];
    return { label: said[0], help: said[1] === null ? field.help || '' : said[1] };
  };
  A.terms = function (vocabulary) { return data.vocabularies[vocabulary] || []; };
  A.term = function (vocabulary, id) {
    return A.terms(vocabulary).find(function (term) { return term.id === id; });
  };
  A.label = function (vocabulary, id) {
    const term = A.term(vocabulary, id);
    return term ? term.label : id;
  };
  /* == What exists already: fetched by kind when something first asks for it. == */
  const here = document.currentScript.src;
  A.arrived = function (kind) { return Boolean(data.entries[kind]); };
  A.entries = function (kind) { return data.entries[kind] || []; };
  A.entry = function (kind, id) {
    return A.entries(kind).find(function (entry) { return entry[0] === id; });
  };
  function fetched(kind) {
    if (A.arrived(kind)) return Promise.resolve(true);
    const address = new URL('../../datos/' + data.parts[kind], here).href;
    return window.catalogoScript(address, function () { return A.arrived(kind); }).then(
      function () { return true; }, function () { return false; });
  }
  /* Promises whether all of these kinds are there; without a network some may not come. */
  A.bring = function (kinds) {
    return Promise.all(kinds.map(fetched)).then(function (all) { return all.every(Boolean); });
  };

  /* How alike two texts are, from 0 to 1: the measure that `check` uses (longest common parts). */
  function matching(a, b) {
    let best = 0, atA = 0, atB = 0, row = [];
    for (let i = 0; i < a.length; i++) {
      const next = [];
      for (let j = 0; j < b.length; j++) {
        if (a[i] !== b[j]) continue;
        const size = next[j] = (row[j - 1] || 0) + 1;
        if (size > best) { best = size; atA = i - size + 1; atB = j - size + 1; }
      }
      row = next;
    }
    if (!best) return 0;
    return best + matching(a.slice(0, atA), b.slice(0, atB)) +
      matching(a.slice(atA + best), b.slice(atB + best));
  }
  A.alike = function (a, b) { return a.length + b.length ? 2 * matching(a, b) / (a.length + b.length) : 1; };

  const tables = {};
  /* Ids by every folded word that stands for them; the first term to claim a word wins. */
  function words(vocabulary) {
    if (!tables[vocabulary]) {
      const table = tables[vocabulary] = new Map();
      A.terms(vocabulary).forEach(function (term) {
        [term.id].concat(term.words || []).map(A.fold).forEach(function (word) {
          if (word && !table.has(word)) table.set(word, term.id);
        });
      });
    }
    return tables[vocabulary];
  }

  /* The id that a text stands for, and whether it is certain (a label or a synonym). */
  A.meant = function (vocabulary, text) {
    const table = words(vocabulary), folded = A.fold(text);
    if (table.has(folded)) return { id: table.get(folded), certain: true };
    if (!/\p{L}/u.test(text)) return { id: '', certain: false };
    let best = '', most = 0.6;
    table.forEach(function (id, word) {
      const likeness = A.alike(word, folded.slice(0, 80));
      if (likeness > most || (likeness === most && !best)) { most = likeness; best = id; }
    });
    return { id: best, certain: false };
  };

  /* Whether a word begins with what was typed, anywhere in a text: 4 best, 0 not at all. */
  A.rank = function (query, texts) {
    let found = 0;
    texts.forEach(function (text, place) {
      const folded = A.fold(text);
      if (folded === query) found = Math.max(found, place ? 3.5 : 4);
      else if (folded.startsWith(query)) found = Math.max(found, place ? 2.5 : 3);
      else if ((' ' + folded).includes(' ' + query)) found = Math.max(found, place ? 1.5 : 2);
      else if (query.includes(' ') && query.split(' ').every(function (part) {
        return (' ' + folded).includes(' ' + part);
      })) found = Math.max(found, 1);
    });
    return found;
  };

  A.slugOf = function (text) {
    return A.fold(text).normalize('NFKD').replace(/[^a-z0-9 ]/g, '').trim().replace(/ +/g, '-');
  };
  const SMALL = new Set(('a al con de del e el en la las lo los o para por que se sin su sus un una ' +
    'y como mas').split(' '));
  /* Words that carry the meaning of a title. */
  A.meaning = function (text) {
    return A.fold(text).split(' ').filter(function (word) { return word.length > 2 && !SMALL.has(word); });
  };
  A.shorten = function (slug, length) {
    if (slug.length <= length) return slug;
    const cut = slug.slice(0, length + 1);
    return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1)).slice(0, length).replace(/-+$/, '');
  };
})();
