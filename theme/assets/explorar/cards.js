/* Explorer, the cards: text only ever enters as text. */
(function () {
  'use strict';
  var core = window.explorador;
  if (!core) return;
  var SVG = 'http://www.w3.org/2000/svg';

  /* An element with attributes and children; strings become text nodes. */
  function el(name, attributes) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (attributes[key] !== null && attributes[key] !== false) node.setAttribute(key, attributes[key] === true ? '' : attributes[key]);
    });
    for (var n = 2; n < arguments.length; n++) if (arguments[n]) node.append(arguments[n]);
    return node;
  }
  function icon(id) {
    var svg = document.createElementNS(SVG, 'svg');
    var use = document.createElementNS(SVG, 'use');
    svg.setAttribute('class', 'i');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#i-' + id);
    svg.append(use);
    return svg;
  }
  function plural(n, one, many) {
    return (n >= 10000 ? String(n).replace(/\B(?=(\d{3})+$)/g, '\u202f') : n) + '\u00a0' + (n === 1 ? one : many);
  }
  function told(items) {
    var cases = items.filter(function (item) { return item.kind === 'caso'; }).length;
    var found = [];
    if (cases || !items.length) found.push(plural(cases, 'caso', 'casos'));
    if (items.length - cases) found.push(plural(items.length - cases, 'práctica', 'prácticas'));
    return found.join(' y ');
  }

  function figure(parts) {
    var box = el('div', { class: 'fig' }, el('span', { class: 'k' }, parts[0]));
    if (parts[3]) {
      var value = el('span', { class: parts[3].length > 8 ? 'v num wide' : 'v num' });
      if (parts[1]) value.append(el('small', {}, parts[1]), el('br'));
      if (parts[2]) value.append(el('small', {}, parts[2]), ' ');
      value.append(parts[3]);
      if (parts[4]) value.append(parts[4].charAt(0), el('small', {}, parts[4].slice(1)));
      box.append(value);
    } else if (parts[5]) box.append(el('b', {}, parts[5]));
    if (parts[6]) box.append(el('span', { class: 'b' }, parts[6]));
    return box;
  }

  /* What draws cards of `data` for a page at `place`. */
  function maker(place, data) {
    var end = /index\.html$/.test(place.getAttribute('data-root')) ? 'index.html' : '';
    var facetOf = {};
    data.facets.forEach(function (facet, n) { facetOf[facet.id] = n; });

    function link(item) { return data.root + core.path(item) + end; }
    function valuesOf(item, id) {
      return item.values[facetOf[id]].map(function (value) { return data.facets[facetOf[id]].values[value]; });
    }

    function card(item, picks) {
      var kick = el('p', { class: 'kick' });
      var isCase = item.kind === 'caso';
      if (isCase) {
        var level = valuesOf(item, 'nivel')[0];
        kick.append(el('b', {}, icon(level.icon), level.label));
      } else kick.append(el('b', {}, 'Práctica'));
      item.facts.forEach(function (fact) { kick.append(el('span', {}, fact)); });
      var meta = el('div', { class: 'meta' }, resources(item));
      if (isCase) meta.append(badge(item), pick(item, picks));
      else if (item.badge[1]) meta.append(el('span', { class: 's mute' }, item.badge[1]));
      return el('li', { class: 'card' }, kick,
        el('h2', { class: 'h3' }, el('a', { href: link(item) }, item.title)), el('p', {}, item.summary),
        figure(item.figure), meta);
    }
    function resources(item) {
      var known = valuesOf(item, 'recurso').filter(function (value) { return value.icon; });
      if (!known.length) return null;
      var list = el('ul', { class: 'res', 'aria-label': 'Recursos' });
      known.forEach(function (value) {
        list.append(el('li', { class: 'r r-' + value.icon }, icon(value.icon), value.label));
      });
      return list;
    }
    function badge(item) {
      return el('span', { class: 'ver ' + item.badge[0].toLowerCase() }, el('i', { 'aria-hidden': 'true' }),
        el('span', {}, el('b', {}, item.badge[0]), ' ' + item.badge[1]));
    }
    function pick(item, picks) {
      var box = el('input', { type: 'checkbox', value: item.id, 'data-pick': true });
      box.checked = picks.indexOf(item.id) >= 0;
      box.disabled = !box.checked && picks.length >= core.MOST_COMPARED;
      return el('label', { class: 'pick' }, box, ' Comparar', el('span', { class: 'vh' }, ' ' + item.title));
    }

    return { card: card, link: link };
  }

  core.el = el;
  core.icon = icon;
  core.plural = plural;
  core.told = told;
  core.cards = maker;
})();
