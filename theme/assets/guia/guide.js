/* The guided entry: choices as a form, and a result fitted to size, country and own consumption.
   The pages say everything without this script; nothing typed here leaves the device. */
(function () {
  'use strict';
  var place = document.getElementById('guia');
  var data = window.catalogoGuia;
  if (!place || !data) return;
  var root = place.getAttribute('data-root').replace(/index\.html$/, '');
  var end = /index\.html$/.test(place.getAttribute('data-root')) ? 'index.html' : '';

  function el(name, attributes) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    for (var n = 2; n < arguments.length; n++) if (arguments[n]) node.append(arguments[n]);
    return node;
  }
  function select(id, first, pairs) {
    var node = el('select', { id: id });
    node.append(el('option', { value: '' }, first));
    pairs.forEach(function (pair) { node.append(el('option', { value: pair[0] }, pair[1])); });
    return node;
  }
  function field(label, hint, control) {
    return el('div', { class: 'f' }, el('label', { for: control.id }, label), hint ? el('span', { class: 'h', id: control.id + '-h' }, hint) : null, control);
  }
  function sizes() { return data.sizes.map(function (row) { return [row[1], row[2]]; }); }
  function find(rows, value, column) {
    return rows.filter(function (row) { return row[column || 0] === value; })[0];
  }

  /* -- numbers as people of the region write them ------------------------------------ */

  /* {value} or {error}: «1.200» can be read in two ways and is not guessed. */
  function number(text) {
    var plain = text.trim().replace(/[\s\u00a0\u202f]/g, '');
    if (!plain) return {};
    if (/^\d+[.,]\d{3}$/.test(plain) && !/^0/.test(plain)) {
      return { error: '«' + text.trim().slice(0, 20) + '» se puede leer de dos maneras. Escriba la cifra sin separador de miles, por ejemplo ' + plain.replace(/[.,]/, '') + '.' };
    }
    if (!/^\d+([.,]\d+)?$/.test(plain) || plain.length > 15) return { error: 'Escriba solo una cifra, por ejemplo 1200 o 0,75.' };
    return { value: Number(plain.replace(',', '.')) };
  }
  function written(value) {
    var short = value === 0 ? 0 : Number(value.toPrecision(2));
    var parts = String(Math.abs(short) < 1e15 ? short : 0).replace('-', '\u2212').split('.');
    if (parts[0].replace('\u2212', '').length > 4) parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, '\u202f');
    return parts.join(',');
  }

  /* A range of percentages applied to an own amount, smaller end first. */
  function scale(range, amount) {
    return [range.low, range.high].map(function (percent) { return amount * percent / 100; });
  }
  function span(ends, unit) {
    var tail = unit ? '\u00a0' + unit : '';
    if (ends[0] < 0 && ends[1] > 0) return 'entre ' + written(-ends[0]) + tail + ' más y ' + written(ends[1]) + tail + ' menos';
    if (ends[0] === ends[1]) return written(ends[0]) + tail + ' menos';
    return 'entre ' + written(ends[0]) + ' y ' + written(ends[1]) + tail + ' menos';
  }
  function sentence(range, amount, price) {
    var text = 'Si le pasara lo mismo que a esos ' + range.n + ' casos (' + range.where + '; ' + range.bases + '): ' + span(scale(range, amount), range.unit) + ' al año';
    if (price) text += '; con su precio, ' + span(scale(range, amount * price), '') + ' por año en su moneda';
    return text + '. Es una regla de tres, no una promesa.';
  }

  /* -- the door ---------------------------------------------------------------------- */

  function door() {
    var sector = select('sector', 'Elija su sector', data.sectors);
    var worry = select('preocupa', 'Elija primero su sector', []);
    var size = select('tamano', 'Sin decir', sizes());
    var country = select('pais', 'Sin decir', data.countries);
    var form = el('form', { class: 'guide-form', 'aria-label': 'Su empresa' },
      field('¿En qué trabaja?', '', sector), field('¿Qué le preocupa o le cuesta?', '', worry),
      field('¿De qué tamaño es?', '', size), field('¿En qué país?', '', country),
      el('p', { class: 'acts' }, el('button', { class: 'btn go' }, 'Ver qué puedo hacer')));
    function fill() {
      var row = find(data.sectors, sector.value);
      worry.textContent = '';
      worry.append(el('option', { value: '' }, row ? 'Elija una' : 'Elija primero su sector'));
      data.worries.forEach(function (pair) {
        if (row && row[2].indexOf(pair[0]) >= 0) worry.append(el('option', { value: pair[0] }, pair[1]));
      });
    }
    sector.addEventListener('change', fill);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var missing = [sector, worry].filter(function (control) { return !control.value; })[0];
      [sector, worry].forEach(function (control) { mark(control, control === missing ? 'Falta elegir esto.' : ''); });
      if (missing) return missing.focus();
      location.href = root + 'mi-empresa/' + sector.value + '/' + worry.value + '/' + end + query({ tamano: size.value, pais: country.value });
    });
    place.append(form);
    fill();
  }
  function mark(control, text) {
    var box = control.closest('.f');
    var old = box.querySelector('.e');
    if (old) old.remove();
    box.classList.toggle('err', Boolean(text));
    control.setAttribute('aria-invalid', String(Boolean(text)));
    if (text) {
      box.insertBefore(el('span', { class: 'e', id: control.id + '-e' }, text), control);
      control.setAttribute('aria-describedby', control.id + '-e');
    } else control.removeAttribute('aria-describedby');
  }
  function query(values) {
    var found = Object.keys(values).filter(function (key) { return values[key]; })
      .map(function (key) { return key + '=' + encodeURIComponent(values[key]); });
    return found.length ? '?' + found.join('&') : '';
  }

  /* -- a result ---------------------------------------------------------------------- */

  function result() {
    var sections = Array.prototype.slice.call(document.querySelectorAll('#practicas > section'));
    var parts = sections.map(function (node, n) {
      var kick = node.querySelector('.kick b');
      return {
        node: node, place: n, kick: kick, words: kick.textContent.replace(/^\d+\. /, ''),
        ranges: JSON.parse(node.getAttribute('data-ranges')), sizes: JSON.parse(node.getAttribute('data-sizes')),
        told: node.insertBefore(el('p', { class: 'note', hidden: '' }), node.querySelector('.res, details')),
        size: node.insertBefore(el('p', { class: 's', hidden: '' }), node.querySelector('.res, details'))
      };
    });
    var kinds = [];
    parts.forEach(function (part) {
      part.ranges.forEach(function (range) {
        if (!find(kinds, range.indicator)) kinds.push([range.indicator, range.label, range.unit]);
      });
    });
    var size = select('tamano', 'Sin decir', sizes());
    var country = select('pais', 'Todos', data.countries);
    var kind = el('select', { id: 'que' });
    kinds.forEach(function (row) { kind.append(el('option', { value: row[0] }, row[1] + (row[2] ? ' (' + row[2] + ')' : ''))); });
    var use = el('input', { id: 'consumo', inputmode: 'decimal', autocomplete: 'off', maxlength: '20' });
    var price = el('input', { id: 'precio', inputmode: 'decimal', autocomplete: 'off', maxlength: '20' });
    var form = el('form', { class: 'guide-form adjust np', 'aria-label': 'Ajustar a mi empresa' },
      field('Tamaño', '', size), field('País', '', country));
    if (kinds.length) {
      form.append(field('Lo que consume', '', kind), field('Su consumo al año', 'en esa unidad', use), field('Lo que paga por unidad', 'en su moneda; puede dejarlo vacío', price));
    }
    var box = el('details', { class: 'facet np' }, el('summary', {}, 'Ajustar a mi empresa'), form);
    box.open = matchMedia('(min-width:44em)').matches || Boolean(location.search);
    box.append(el('p', { class: 's mute' }, kinds.length
      ? 'Las cuentas se hacen en su aparato. Solo se escalan consumos con tres casos o más; lo proyectado no entra.'
      : 'Sin comparables: ninguna de estas prácticas tiene tres casos con cifras de consumo, así que no hay un rango que ajustar.'));
    var said = el('p', { role: 'status', class: 'vh' });
    var quien = document.getElementById('quien');
    var general = Array.prototype.slice.call(quien.children, 1);
    var there = el('div');
    quien.append(there);
    document.getElementById('ajustar').append(box, said);

    function read() {
      var params = new URLSearchParams(location.search || location.hash.replace(/^#\?/, '?'));
      [['tamano', size], ['pais', country], ['que', kind]].forEach(function (pair) {
        var wanted = params.get(pair[0]) || '';
        if (Array.prototype.some.call(pair[1].options, function (option) { return option.value === wanted; })) pair[1].value = wanted;
      });
      use.value = (params.get('consumo') || '').slice(0, 20);
      price.value = (params.get('precio') || '').slice(0, 20);
    }
    function write() {
      var text = query({ tamano: size.value, pais: country.value, que: use.value.trim() && kind.value, consumo: use.value.trim(), precio: price.value.trim() });
      try { history.replaceState(null, '', location.pathname + text); } catch (refused) { location.replace('#' + text); }
    }

    function drawSize() {
      var row = find(data.sizes, size.value, 1);
      parts.forEach(function (part) {
        part.same = row ? part.sizes[row[0]] || 0 : 0;
        part.size.hidden = !row;
        if (row) part.size.textContent = 'De este tamaño (' + row[2].toLowerCase() + '): ' + part.same + ' de estos casos; sin dato de tamaño: ' + (part.sizes.unknown || 0) + '.';
      });
      var near = function (part) { return /vecinos/.test(part.words) ? 1 : 0; };
      var order = parts.slice().sort(function (a, b) {
        return near(a) - near(b) || (b.same > 0) - (a.same > 0) || a.place - b.place;
      });
      var words = ['Empiece por aquí', 'Después'];
      order.forEach(function (part, n) {
        part.node.parentNode.append(part.node);
        part.node.classList.toggle('go', n === 0);
        part.kick.textContent = (n + 1) + '. ' + (near(part) ? part.words : words[n] || 'Más adelante');
      });
    }

    function drawUse() {
      var amount = number(use.value);
      var cost = number(price.value);
      if (kinds.length) { mark(use, amount.error || ''); mark(price, cost.error || ''); }
      parts.forEach(function (part) {
        var range = find(part.ranges.map(function (one) { return [one.indicator, one]; }), kind.value);
        part.told.hidden = !(amount.value > 0);
        if (part.told.hidden) return;
        part.told.textContent = range ? sentence(range[1], amount.value, cost.value) : 'Sin comparables para ese consumo: hacen falta tres casos con cifras.';
      });
      if (amount.value > 0) said.textContent = 'Rangos ajustados a su consumo.';
    }

    function drawCountry() {
      var row = find(data.countries, country.value);
      var found = row ? data.helpers[row[0]] || [] : [];
      there.textContent = '';
      general.forEach(function (node) { node.hidden = Boolean(found.length); });
      if (!row) return;
      if (!found.length) return there.append(el('p', { class: 'void' }, 'Ningún caso de ' + row[1] + ' nombra a quien asesoró o financió. Arriba están quienes ayudaron en otros países.'));
      var list = el('ul', { class: 'nl s' });
      found.slice(0, 12).forEach(function (one) {
        list.append(el('li', {}, el('a', { href: root + 'organizaciones/' + one[0] + '/' + end }, one[1]), el('br'), el('span', { class: 'mute' }, one[2])));
      });
      there.append(el('p', { class: 's' }, 'En ' + row[1] + ', en cualquier sector:'), list, el('p', { class: 's mute' }, 'Compruebe si siguen activas.'));
    }

    function draw() {
      drawSize();
      drawUse();
      drawCountry();
      document.getElementById('esta-direccion').textContent = location.href;
    }
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('input', function () { write(); draw(); });
    window.addEventListener('popstate', function () { read(); draw(); });
    read();
    draw();
  }

  window.guia = { number: number, written: written, scale: scale, sentence: sentence };
  if (place.getAttribute('data-guide') === 'door') door(); else result();
})();
