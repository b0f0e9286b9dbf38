// The answer as one types: asks the server for the part of the page that changes. Without this file
// the form and every link do the same by loading the page.
(function () {
  'use strict'
  var form = document.getElementById('asking')
  var box = document.getElementById('question')
  var place = document.getElementById('found')
  var told = document.getElementById('told')
  if (!form || !box || !place || !window.fetch || !window.AbortController) return
  var PAUSE = 200
  var timer, going, shown = new URL(location.href)

  function addressOf() {
    var query = new URLSearchParams(new FormData(form))
    if (!box.value.trim()) query.delete('q')
    return new URL(form.getAttribute('action') + '?' + query, location.href)
  }

  function part(url) {
    var asked = new URL(url)
    asked.searchParams.set('part', 'found')
    asked.hash = ''
    return asked
  }

  function get(url, then) {
    if (going) going.abort()
    var mine = going = new AbortController()
    place.setAttribute('aria-busy', 'true')
    return fetch(part(url), { signal: mine.signal, credentials: 'same-origin' })
      .then(function (answer) { return answer.text() })
      .then(function (html) { then(html); place.removeAttribute('aria-busy') })
      .catch(function (wrong) {
        if (wrong.name === 'AbortError') return
        place.removeAttribute('aria-busy')
        told.textContent = told.getAttribute('data-wrong')
      })
  }

  function show(html) {
    place.style.minHeight = place.offsetHeight + 'px' // nothing jumps while it is exchanged
    place.innerHTML = html
    place.style.minHeight = ''
    var answer = place.querySelector('[data-told]')
    told.textContent = answer ? answer.getAttribute('data-told') : ''
  }

  function refresh() {
    var url = addressOf()
    if (url.search === shown.search) return
    get(url, function (html) {
      shown = url
      history.replaceState(null, '', url)
      show(html)
    })
  }

  function more(link) {
    var url = new URL(link.href)
    get(url, function (html) {
      var next = new DOMParser().parseFromString(html, 'text/html')
      var rows = next.querySelectorAll('#hits > li')
      var old = document.getElementById('more')
      var hits = document.getElementById('hits')
      if (!rows.length || !hits) { location.href = url; return }
      rows.forEach(function (row) { hits.appendChild(row) })
      var again = next.getElementById('more')
      if (again) old.replaceWith(again)
      else old.remove()
      rows[0].querySelector('[data-hit]').focus()
    })
  }

  box.addEventListener('input', function (event) {
    clearTimeout(timer)
    if (!event.isComposing) timer = setTimeout(refresh, PAUSE)
  })

  place.addEventListener('click', function (event) {
    var link = event.target.closest('#more a')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
    event.preventDefault()
    more(link)
  })

  document.addEventListener('keydown', function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    var links = Array.prototype.slice.call(place.querySelectorAll('[data-hit], .straight a'))
    var at = links.indexOf(document.activeElement)
    var inBox = document.activeElement === box
    if (event.key === 'Escape' && at >= 0) { box.focus(); box.select(); event.preventDefault() }
    if (!inBox && at < 0) return
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || (inBox && step < 0)) return
    event.preventDefault()
    var next = at + step
    if (next < 0) box.focus()
    else if (links[next]) links[next].focus()
  })
})()
