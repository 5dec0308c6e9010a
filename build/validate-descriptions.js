// Reads each file with the validator of its own format; exits 1 if one of them finds an error.
const fs = require('fs');
const { Parser } = require('@asyncapi/parser');
const SwaggerParser = require('@apidevtools/swagger-parser');

async function errors(file) {
    const text = fs.readFileSync(file, 'utf8');
    if (/^asyncapi:/m.test(text)) {
        const { document, diagnostics } = await new Parser().parse(text);
        const found = diagnostics.filter(each => each.severity === 0).map(each => `${each.path.join('.')}: ${each.message}`);
        return document || found.length > 0 ? found : ['is no document'];
    }
    try {
        await SwaggerParser.validate(file);
        return [];
    } catch (e) {
        return [e.message];
    }
}

(async () => {
    let valid = process.argv.length > 2;
    for (const file of process.argv.slice(2)) {
        const found = await errors(file);
        console.log(`${file}: ${found.length === 0 ? 'valid' : found.join('\n  ')}`);
        valid = valid && found.length === 0;
    }
    process.exit(valid ? 0 : 1);
})();
