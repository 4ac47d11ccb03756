/* Explorer, the part without a page: address, filters, counts, order, CSV.
   Classic script; everything hangs on window.explorador, so that tests can call it. */
(function () {
  'use strict';
  var MOST_COMPARED = 4;
  var LONGEST_QUERY = 200;
  var ORDERS = [
    ['relevancia', 'Relevancia'], ['pago', 'Se paga antes'], ['inversion', 'Menor inversión'],
    ['ahorro', 'Mayor ahorro (%)'], ['reciente', 'Más reciente'], ['verificacion', 'Mejor verificado']
  ];

  /* Lower case without accents; ñ stays a letter of its own. */
  function fold(text) {
    return String(text).toLowerCase().replace(/ñ/g, '\u0001').normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '').replace(/\u0001/g, 'ñ');
  }
  function words(text) {
    return fold(text).split(/[^a-z0-9ñ]+/).filter(Boolean);
  }

  /* The data script as entries and facets; `root` is where the site begins, seen from the page. */
  function read(raw, root) {
    var entries = window.catalogoFichas.read(raw, root);
    var items = entries.items;
    var facets = raw.facets.map(function (facet) {
      var slugs = new Map();
      var values = facet.values.map(function (value, n) {
        slugs.set(value[0], n);
        return { slug: value[0], label: value[1], icon: value[2], parent: value[3] };
      });
      return { id: facet.id, title: facet.title, values: values, slugs: slugs };
    });
    var cases = new Map();
    items.forEach(function (item) { if (item.kind === 'caso') cases.set(item.id, item); });
    return { site: raw.site, root: root, items: items, facets: facets, cases: cases, texts: entries.texts, figures: entries.figures };
  }

  function empty(data) {
    return {
      q: '', order: ORDERS[0][0], picks: [], comparing: false,
      chosen: data.facets.map(function () { return new Set(); })
    };
  }

  function parts(text) {
    return String(text || '').split(',').map(function (part) { return part.trim(); }).filter(Boolean);
  }

  /* State of an address. What it names and we do not know is left out and told in `ignored`. */
  function parse(query, data) {
    var params = new URLSearchParams(query);
    var state = empty(data);
    var ignored = [];
    state.q = (params.get('q') || '').slice(0, LONGEST_QUERY);
    data.facets.forEach(function (facet, n) {
      params.getAll(facet.id).forEach(function (text) {
        parts(text).forEach(function (slug) {
          if (facet.slugs.has(slug)) state.chosen[n].add(facet.slugs.get(slug));
          else ignored.push(slug);
        });
      });
    });
    var order = params.get('orden');
    if (order && ORDERS.some(function (pair) { return pair[0] === order; })) state.order = order;
    else if (order) ignored.push(order);
    ['comparar', 'elegidos'].forEach(function (name) {
      parts(params.get(name)).forEach(function (id) {
        if (!data.cases.has(id) || state.picks.length >= MOST_COMPARED) ignored.push(id);
        else if (state.picks.indexOf(id) < 0) state.picks.push(id);
      });
    });
    state.comparing = params.has('comparar') && state.picks.length > 1;
    return { state: state, ignored: ignored };
  }

  /* The address of a state: the same state always gives the same text. */
  function serialize(state, data) {
    var found = [];
    function add(name, value) { found.push(name + '=' + value); }
    if (state.q) add('q', encodeURIComponent(state.q));
    data.facets.forEach(function (facet, n) {
      var slugs = Array.from(state.chosen[n]).sort(function (a, b) { return a - b; })
        .map(function (value) { return facet.values[value].slug; });
      if (slugs.length) add(facet.id, slugs.join(','));
    });
    if (state.order !== ORDERS[0][0]) add('orden', state.order);
    if (state.picks.length) add(state.comparing ? 'comparar' : 'elegidos', state.picks.join(','));
    return found.length ? '?' + found.join('&') : '';
  }

  /* Everything a reader may type to find an entry, folded once. Needs its texts. */
  function haystack(item, data) {
    if (item.hay === undefined) {
      var labels = item.values.map(function (values, n) {
        return values.map(function (value) { return data.facets[n].values[value].label; }).join(' ');
      });
      item.head = ' ' + fold(item.title);
      item.hay = item.head + ' ' + fold([item.summary, item.words, item.facts.join(' '), labels.join(' ')].join(' '));
    }
    return item.hay;
  }

  /* A word as typed and, for a plural, without its ending: «camiones», «camione», «camion». */
  function forms(word) {
    return [word].concat(word.length > 4 && /s$/.test(word) ? word.slice(0, -1) : [], word.length > 5 && /es$/.test(word) ? word.slice(0, -2) : []);
  }

  /* 0 when a word is missing; more for words of the title, most for the start of one. `query` has the
     forms of each word. */
  function score(item, query, data) {
    var total = 0;
    var hay = haystack(item, data);
    for (var n = 0; n < query.length; n++) {
      var word = query[n].find(function (form) { return hay.indexOf(form) >= 0; });
      if (!word) return 0;
      total += item.head.indexOf(' ' + word) >= 0 ? 4 : item.head.indexOf(word) >= 0 ? 2 : 1;
    }
    return total;
  }

  function meets(values, chosen) {
    for (var n = 0; n < values.length; n++) if (chosen.has(values[n])) return true;
    return false;
  }

  /* Entries that meet the state (words need the texts of all), and for each value of each facet how
     many entries it would show: OR inside a facet, AND between them, a facet's own choice left out of
     its own counts. */
  function select(data, state) {
    var query = words(state.q).map(forms);
    var used = [];
    state.chosen.forEach(function (chosen, n) { if (chosen.size) used.push(n); });
    var counts = data.facets.map(function (facet) { return new Array(facet.values.length).fill(0); });
    var found = [];
    data.items.forEach(function (item) {
      item.score = query.length ? score(item, query, data) : 0;
      if (query.length && !item.score) return;
      var missed = -1;
      for (var n = 0; n < used.length; n++) {
        if (meets(item.values[used[n]], state.chosen[used[n]])) continue;
        if (missed >= 0) return;
        missed = used[n];
      }
      if (missed < 0) found.push(item);
      item.values.forEach(function (values, facet) {
        if (missed >= 0 && missed !== facet) return;
        for (var v = 0; v < values.length; v++) counts[facet][values[v]]++;
      });
    });
    return { items: sort(found, state.order), counts: counts };
  }

  /* Each order as a list of keys, smaller first. What is unknown goes last, never away. */
  var KEYS = {
    relevancia: function (item) { return [-item.score]; },
    pago: function (item) { return [item.payback === null ? 2 : item.projected, item.payback]; },
    inversion: function (item) {
      if (item.investment === null) return [2];
      return [item.currency === 'USD' ? 0 : 1, item.currency === 'USD' ? '' : item.currency, item.investment];
    },
    ahorro: function (item) { return [item.saving === null ? 2 : item.planned, -item.saving]; },
    reciente: function (item) { return [item.year === null ? 1 : 0, -item.year]; },
    verificacion: function (item) { return [-item.step]; }
  };
  function sort(items, order) {
    var key = KEYS[order];
    return items.map(function (item) { return [key(item), item]; }).sort(function (a, b) {
      for (var n = 0; n < a[0].length && n < b[0].length; n++) {
        if (a[0][n] !== b[0][n]) return a[0][n] < b[0][n] ? -1 : 1;
      }
      return a[1].place - b[1].place;
    }).map(function (pair) { return pair[1]; });
  }

  /* What an order does not say by itself: how many lack its figure, and what is not converted. */
  function remark(items, order) {
    var lacking = {
      pago: ['payback', 'no dicen en cuánto se pagan'], inversion: ['investment', 'no dan una inversión comparable'],
      ahorro: ['saving', 'no dan un ahorro en porcentaje'], reciente: ['year', 'no tienen fecha']
    }[order];
    if (!lacking) return '';
    var without = items.filter(function (item) { return item[lacking[0]] === null; }).length;
    var told = [];
    if (order === 'inversion') told.push('Primero los montos en dólares; después los demás, por moneda. Se comparan como se imprimieron: no se convierten ni se ajustan por año.');
    if (order === 'pago' || order === 'ahorro') told.push('Lo proyectado va después de lo logrado. En una práctica es la mediana de sus casos, si son tres o más.');
    if (without) told.push(without + ' de ' + items.length + ' ' + lacking[1] + '. Van al final de este orden, no se ocultan.');
    return told.join(' ');
  }

  /* A cell that a spreadsheet cannot take for a formula, quoted where it has to be. */
  function cell(value) {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    var text = String(value).replace(/\s+/g, ' ').trim();
    if (/^[=+\-@|]/.test(text)) text = "'" + text;
    return /[",;]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  var COLUMNS = ['tipo', 'id', 'direccion', 'titulo', 'resumen', 'anio', 'recuperacion_meses',
    'recuperacion_proyectada', 'inversion', 'moneda', 'mayor_ahorro_porcentaje', 'ahorro_proyectado'];
  /* The list as a table: UTF-8 with BOM and CRLF, as spreadsheets in Spanish expect it. */
  function csv(items, data) {
    var shown = data.facets.filter(function (facet) { return facet.id !== 'tipo' && facet.id !== 'pago'; });
    var lines = [COLUMNS.concat(shown.map(function (facet) { return facet.id; }))];
    items.forEach(function (item) {
      var line = [item.kind, item.id, data.site + path(item), item.title, item.summary, item.year, item.payback,
        item.payback === null ? '' : item.projected ? 'si' : 'no', item.investment, item.currency, item.saving,
        item.saving === null ? '' : item.planned ? 'si' : 'no'];
      shown.forEach(function (facet) {
        var n = data.facets.indexOf(facet);
        line.push(item.values[n].map(function (value) { return facet.values[value].label; }).join('; '));
      });
      lines.push(line);
    });
    return '\ufeff' + lines.map(function (line) { return line.map(cell).join(',') + '\r\n'; }).join('');
  }

  /* Where an entry lives, from the root of the site. */
  function path(item) {
    return (item.kind === 'caso' ? 'casos/' : 'practicas/') + item.id + '/';
  }

  /* Fetches and folds every text ahead of the first word, so that typing does not wait for it. What
     fails here is asked for again, and told, when a word is there. */
  function warm(data) {
    data.texts(data.items, function () {
      data.items.forEach(function (item) { haystack(item, data); });
    }, function () {});
  }

  window.explorador = {
    MOST_COMPARED: MOST_COMPARED, ORDERS: ORDERS, fold: fold, read: read, empty: empty, parse: parse,
    serialize: serialize, select: select, remark: remark, cell: cell, csv: csv, path: path, warm: warm
  };
})();
