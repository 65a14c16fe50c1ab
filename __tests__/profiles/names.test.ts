import { describe, expect, test } from '@jest/globals'
import type { Language, Profile } from '../../src/model/profile.ts'
import { functionName } from '../../src/profiles/function-name.ts'
import { ownFrames } from '../../src/profiles/own-code.ts'
import { profileOf, recorded } from './recorded.ts'

const named = (name: string, language: Language, file: string | null = null) =>
  functionName({ name, file, library: null, line: null }, language)

describe('the same function has the same name in two builds', () => {
  test.each<[Language, string, string]>([
    [
      'native',
      'unsigned long orders::marshalAny<unsigned long>(unsigned long, std::__cxx11::basic_string<char, std::char_traits<char> > const&)',
      'orders::marshalAny<unsigned long>',
    ],
    ['native', 'orders::marshalAny<unsigned long>', 'orders::marshalAny<unsigned long>'],
    ['native', 'orders::(anonymous namespace)::checksum(unsigned long)', 'orders::(anonymous namespace)::checksum'],
    [
      'native',
      'orders::ParseRequest::operator()(unsigned long) const [clone .isra.0]',
      'orders::ParseRequest::operator()',
    ],
    ['native', 'finish_task_switch.isra.0', 'finish_task_switch'],
    ['native', 'parse.constprop.3.cold', 'parse'],
    ['native', 'rowBuffer[abi:cxx11](int) (mem.cpp)', 'rowBuffer'],
    ['native', 'bool operator<(A const&, B const&)', 'operator<'],
    ['native', 'std::function<int (char)>::operator()(char) const', 'std::function<int (char)>::operator()'],
    ['native', 'main::{lambda(int)#1}::operator()(int) const', 'main::{lambda(int)#1}::operator()'],
    ['native', 'operator new(unsigned long)', 'operator new'],
    ['native', '_ada_main', 'main'],
    ['native', 'giop__inner__type_code', 'giop.inner.type_code'],
    ['native', 'giop__marshal_any__2', 'giop.marshal_any__2'],
    ['native', '__libc_start_main@@GLIBC_2.34', '__libc_start_main'],
    ['native', '0x7ff3fe90cb9f (rtld.c)', '[unknown]'],
    ['rust', 'orders::main::h0123456789abcdef', 'orders::main'],
    [
      'rust',
      '<orders::Svc as orders::Encode>::checksum::{{closure}}',
      '<orders::Svc as orders::Encode>::checksum::{closure}',
    ],
    ['rust', 'orders::run::{closure#0}', 'orders::run::{closure}'],
    ['go', 'main.marshalAny[go.shape.uint64]', 'main.marshalAny[…]'],
    ['go', 'main.(*server).parse.func1.2', 'main.(*server).parse.func'],
    ['go', 'main.(*server).decodeBody', 'main.(*server).decodeBody'],
    ['java', 'org/example/orders/Service.marshalAny_[i]', 'org.example.orders.Service.marshalAny'],
    [
      'java',
      'org.example.orders.Service$$Lambda$1.0x00007fb3c4000a08.applyAsLong',
      'org.example.orders.Service$$Lambda.applyAsLong',
    ],
    ['java', 'org.example.Service$$Lambda/0x00007f0001002.run', 'org.example.Service$$Lambda.run'],
    ['java', 'do_syscall_64_[k]', 'do_syscall_64'],
  ])('%s: %s', (language, name, expected) => {
    expect(named(name, language)).toBe(expected)
  })

  test('JavaScript and Python functions have their file, and never a line', () => {
    expect(named('*handleOrder', 'javascript', 'file:///srv/app/service.mjs')).toBe('handleOrder (service.mjs)')
    expect(named('', 'javascript', 'file:///srv/app/service.mjs')).toBe('(anonymous in service.mjs)')
    expect(named('marshal_any', 'python', 'app/service.py')).toBe('marshal_any (service.py)')
  })
})

describe('a profile that does not say its language', () => {
  const ofPerf = (name: string, library: string) =>
    profileOf(
      `svc  1859 [003]  1424.674912:    2004008 cpu-clock:u: \n\t 120a ${name}+0x1a (${library})\n\t 24a runtime.goexit.abi0+0x1 (/srv/svc)\n\n`,
    )

  test('is of Go where its scheduler is below: methods keep their receivers', async () => {
    const profile = await ofPerf('main.(*server).decodeBody', '/srv/svc')
    expect(profile).toMatchObject({ tool: 'perf', language: 'go', samples: 1 })
    expect(named(profile.frames[0]!.name, 'go')).toBe('main.(*server).decodeBody')
  })

  test('perf of Node with --perf-basic-prof has the functions of JavaScript', async () => {
    const line = (name: string) => `\t 120a ${name} (/tmp/perf-1859.map)\n`
    const profile = await profileOf(
      `MainThread 1859/1860 1424.674912: 2004008 cycles: \n${line('JS:*marshalAny file:///srv/service.mjs:8:20')}${line('JS:^handle file:///srv/service.mjs:1:1')}\n`,
    )
    expect(profile.language).toBe('javascript')
    expect(profile.frames.map((frame) => functionName(frame, 'javascript'))).toEqual([
      'marshalAny (service.mjs)',
      'handle (service.mjs)',
    ])
  })

  test.each<[string, Language]>([
    ['main;orders::run::h0123456789abcdef 5', 'rust'],
    ['runtime.goexit;runtime.main;main.main;example.org/shop/orders.Load 5', 'go'],
    ['org/example/Main.main;org/example/Service.run 5', 'java'],
    [
      'Service.main 1\nstart_thread;JavaThread::thread_main_inner;CompileBroker::compiler_thread_loop;C2Compiler::compile_method;Compile::Optimize 9',
      'java',
    ],
    ['<module> (app.py:3);work (app.py:9) 5', 'python'],
    ['main;orders::run(int) 5', 'native'],
  ])('%s', async (stack, language) => {
    expect((await profileOf(`${stack}\n`)).language).toBe(language)
  })
})

describe('own code', () => {
  const own = ({ frames, language }: Profile, patterns: readonly string[] = []) =>
    [
      ...new Set(
        frames
          .filter((_, index) => ownFrames({ frames, language } as Profile, patterns)[index])
          .map((one) => functionName(one, language)),
      ),
    ].sort()

  test('of C++ is the program and not its libraries or the kernel', async () => {
    const names = own(await recorded('perf/baseline/run-1.perf-script.txt.gz'))
    expect(names).toContain('orders::marshalAny<unsigned long>')
    expect(names.filter((name) => /sysvec|__libc|schedule/.test(name))).toEqual([])
  })

  test('of Rust is what cargo and the compiler did not bring', async () => {
    const names = own(await recorded('rust-pprof/baseline/run-1.pb'))
    expect(names).toContain('orders::marshal_any')
    expect(names.filter((name) => /^(?:core|std|<u64>)/.test(name))).toEqual([])
  })

  test('of Go is main and modules, and not its own library', async () => {
    const names = own(await recorded('go-pprof/baseline/run-1.cpu.pb.gz'))
    expect(names).toContain('main.marshalAny[…]')
    expect(names.filter((name) => !name.startsWith('main.'))).toEqual([])
  })

  test.each([
    ['github.com/acme/shop/orders.Load', '/src/shop/orders/load.go', true],
    ['github.com/lib/pq.(*conn).query', '/root/go/pkg/mod/github.com/lib/pq@v1.10.9/conn.go', false],
    ['net/http.(*conn).serve', '/usr/local/go/src/net/http/server.go', false],
    ['main.main', '/src/main.go', true],
  ])('of Go: %s', (name, file, expected) => {
    const other = { name: 'main.other', file: null, library: null, line: null }
    expect(
      ownFrames(
        { frames: [{ name, file, library: null, line: null }, other], language: 'go' } as unknown as Profile,
        [],
      )[0],
    ).toBe(expected)
  })

  test('of JavaScript, Python and Java', async () => {
    expect(own(await recorded('node-cpuprofile/baseline/run-1.cpuprofile.gz'))).toContain('handleOrder (service.mjs)')
    expect(
      own(await recorded('node-cpuprofile/baseline/run-1.cpuprofile.gz')).filter((name) => /node:|garbage/.test(name)),
    ).toEqual([])
    expect(own(await recorded('py-spy/baseline/run-2.collapsed.gz'))).toContain('marshal_any (service.py)')
    const java = own(await recorded('async-profiler/baseline/run-1.collapsed.gz'))
    expect(java).toContain('org.example.orders.Service.marshalAny')
    expect(java.filter((name) => /^java\.|Compile|_raw_spin/.test(name))).toEqual([])
  })

  test('is what the caller says, by the start of the name or a part of the path', async () => {
    const profile = await recorded('go-pprof/baseline/run-1.cpu.pb.gz')
    expect(own(profile, ['main.read', 'net/http/server.go']).filter((name) => name.startsWith('main.'))).toEqual([
      'main.readHeader[…]',
    ])
    expect(own(profile, ['net/http/server.go'])).toContain('net/http.(*conn).serve')
  })

  test('is everything, if no function is own code', async () => {
    const profile = await recorded('go-pprof/baseline/run-1.cpu.pb.gz')
    expect(ownFrames(profile, ['nothing-like-this']).every(Boolean)).toBe(true)
  })
})
