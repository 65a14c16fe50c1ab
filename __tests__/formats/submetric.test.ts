import { expect, test } from '@jest/globals'
import { statName } from '../../src/formats/stat-name.ts'
import { parseSubmetric } from '../../src/formats/submetric.ts'

test.each([
  ['http_req_duration', 'http_req_duration', null, 'all'],
  ['http_req_duration{expected_response:true}', 'http_req_duration', null, 'successful'],
  ['http_req_duration{ expected_response : "true" }', 'http_req_duration', null, 'successful'],
  ['http_req_duration{expected_response:false}', 'http_req_duration', 'expected_response:false', 'all'],
  ['http_req_duration{name:/list}', 'http_req_duration', '/list', 'all'],
  ['http_req_duration{name:/list,expected_response:true}', 'http_req_duration', '/list', 'successful'],
  ['http_req_duration{expected_response:true,name:/list}', 'http_req_duration', '/list', 'successful'],
  ['http_req_duration{name:"GET /orders/{id}"}', 'http_req_duration', 'GET /orders/{id}', 'all'],
  ['http_req_failed{name:http://a.b/c?d=1}', 'http_req_failed', 'http://a.b/c?d=…', 'all'],
  ['http_req_duration{scenario:main}', 'http_req_duration', 'scenario:main', 'all'],
  ['http_req_duration{scenario:main,expected_response:true}', 'http_req_duration', 'scenario:main', 'successful'],
  ['http_req_duration{group:::checkout::pay}', 'http_req_duration', 'group:::checkout::pay', 'all'],
  ['http_req_duration{name:/a,method:GET}', 'http_req_duration', 'name:/a,method:GET', 'all'],
  ['http_req_duration{}', 'http_req_duration', null, 'all'],
  ['{name:x}', '{name:x}', null, 'all'],
  ['odd{name:x} ', 'odd{name:x} ', null, 'all'],
])('%s', (key, metric, endpoint, population) => {
  expect(parseSubmetric(key)).toEqual({ metric, endpoint, population })
})

test.each([
  ['med', 'p50'],
  ['p(50)', 'p50'],
  ['p(95)', 'p95'],
  ['p95', 'p95'],
  ['p(99.9)', 'p99.9'],
  ['p(99.90)', 'p99.9'],
  ['p(100)', 'p100'],
  ['avg', 'avg'],
  ['count', 'count'],
  ['p(101)', null],
  ['p(95', null],
  ['p', null],
  ['constructor', null],
  ['thresholds', null],
])('the statistic %s is %s', (name, expected) => {
  expect(statName(name)).toBe(expected)
})
