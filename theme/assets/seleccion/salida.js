/* What leaves the selection: CSV, QR codes, texts. No page needed, so tests can call it. */
(function () {
  'use strict';
  var HEAD = ['Orden', 'Tipo', 'Título', 'Resumen', 'Cifra', 'Dirección', 'Mi nota'];
  var BOM = '\ufeff';

  /* A spreadsheet must not take a cell for a formula: those starting so get an apostrophe. */
  function cell(value) {
    var text = String(value == null ? '' : value);
    if (/^[\s\u00a0]*[=+\-@\uff0b\uff0d\uff1d\uff20]/.test(text) || /^[\t\r\n]/.test(text)) text = "'" + text;
    return '"' + text.replace(/"/g, '""') + '"';
  }
  function csv(rows) {
    var lines = [HEAD].concat(rows.map(function (row, n) {
      return [n + 1, row.kind === 'c' ? 'Caso' : 'Práctica', row.title, row.summary, row.figure, row.address, row.note];
    }));
    return BOM + lines.map(function (line) { return line.map(cell).join(','); }).join('\r\n') + '\r\n';
  }

  /* «29:base64» -> SVG of the code; strokes like those of the printed sheets. */
  function qr(packed, title) {
    var cut = packed.indexOf(':');
    var side = Number(packed.slice(0, cut));
    var bytes = atob(packed.slice(cut + 1));
    var path = '';
    for (var y = 0; y < side; y++) {
      for (var x = 0; x < side; x++) {
        var n = y * side + x;
        if (bytes.charCodeAt(n >> 3) & (128 >> (n & 7))) path += 'M' + (x + 2) + ' ' + (y + 2) + '.5h1';
      }
    }
    var space = 'http://www.w3.org/2000/svg';
    var svg = document.createElementNS(space, 'svg');
    var name = document.createElementNS(space, 'title');
    var strokes = document.createElementNS(space, 'path');
    svg.setAttribute('class', 'qr');
    svg.setAttribute('role', 'img');
    svg.setAttribute('viewBox', '0 0 ' + (side + 4) + ' ' + (side + 4));
    name.textContent = 'Código QR: ' + title;
    strokes.setAttribute('stroke', '#000');
    strokes.setAttribute('d', path);
    svg.appendChild(name);
    svg.appendChild(strokes);
    return svg;
  }

  /* The figure of the explorer's row in pieces: label, bound, before, number, space and unit, word, basis. */
  function figure(row) {
    var parts = row || [];
    var value = [parts[1], parts[2], parts[3]].filter(Boolean).join(' ') + (parts[4] || '') || parts[5] || '';
    return { label: parts[0] || '', value: value, basis: parts[6] || '' };
  }

  window.seleccionSalida = { csv: csv, cell: cell, qr: qr, figure: figure };
})();
