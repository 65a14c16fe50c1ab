import vm from 'node:vm'
import NodeEnvironment from 'jest-environment-node'

const { createContext } = vm

/**
 * Jest's environment for Node, with an ordinary global object. Jest's own answers each use of `Math` or `Object` through an
 * interceptor of Node and a proxy, so that tests that calculate take three times as long (https://github.com/nodejs/node/issues/31658).
 * Node 22.8 and later can do without: https://nodejs.org/api/vm.html#vmconstantsdont_contextify. An older Node keeps Jest's own.
 */
export default class PlainGlobalEnvironment extends NodeEnvironment {
  constructor(config, context) {
    const plain = vm.constants?.DONT_CONTEXTIFY
    vm.createContext = (global, options) => createContext(plain ?? global, options)
    try {
      super(config, context)
    } finally {
      vm.createContext = createContext
    }
  }
}
